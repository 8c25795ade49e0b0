#include "amf.h"

#include "common.h"

#include <string.h>

#define NUMBER 0x00
#define STRING 0x02
#define OBJECT 0x03
#define NONE 0x05
#define OBJECT_END 0x09

_Static_assert(sizeof(double) == sizeof(uint64_t), "AMF's numbers are 64-bit IEEE 754");

unsigned char *amf_number(unsigned char *at, double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    *at = NUMBER;
    put_be64(at + 1, bits);
    return at + AMF_NUMBER_BYTES;
}

unsigned char *amf_name(unsigned char *at, const char *name)
{
    size_t length = strlen(name);
    at[0] = (unsigned char) (length >> 8);
    at[1] = (unsigned char) length;
    memcpy(at + 2, name, length);
    return at + 2 + length;
}

unsigned char *amf_string(unsigned char *at, const char *text)
{
    *at = STRING;
    return amf_name(at + 1, text);
}

unsigned char *amf_null(unsigned char *at)
{
    *at = NONE;
    return at + 1;
}

unsigned char *amf_begin(unsigned char *at)
{
    *at = OBJECT;
    return at + 1;
}

unsigned char *amf_end(unsigned char *at)
{
    at = amf_name(at, "");
    *at = OBJECT_END;
    return at + 1;
}

double amf_read_number(const unsigned char *at)
{
    uint64_t bits = get_be64(at + 1);
    double value;
    memcpy(&value, &bits, sizeof value);
    return *at == NUMBER ? value : 0;
}
