/* Writes the few kinds of values of AMF 0 that publishing takes (Adobe's AMF 0 specification). Each returns where the next one begins. */
#ifndef FANLIGHT_BENCH_AMF_H
#define FANLIGHT_BENCH_AMF_H

#include <stddef.h>

unsigned char *amf_number(unsigned char *at, double value);
unsigned char *amf_string(unsigned char *at, const char *text);
unsigned char *amf_null(unsigned char *at);

/* An object is its beginning, then a name before each value, then its end. */
unsigned char *amf_begin(unsigned char *at);
unsigned char *amf_name(unsigned char *at, const char *name);
unsigned char *amf_end(unsigned char *at);

/* The number in nine bytes; 0 when they are something else. */
double amf_read_number(const unsigned char *at);

#define AMF_NUMBER_BYTES 9

#endif
