/* What an open viewer does with the bytes that come. */
#ifndef FANLIGHT_BENCH_LOAD_READING_H
#define FANLIGHT_BENCH_LOAD_READING_H

#include "load_viewer.h"

/* Reads what is there (slow viewers: what their budget allows); closes the viewer when the connection has ended. */
void viewer_read(struct load_viewer *viewer);

/* The bytes that came right behind the answer to the upgrade. */
void viewer_read_first(struct load_viewer *viewer, const unsigned char *bytes, size_t count);

#endif
