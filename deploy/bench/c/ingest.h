/* Reads the publisher's length-prefixed messages without blocking. */
#ifndef FANLIGHT_BENCH_INGEST_H
#define FANLIGHT_BENCH_INGEST_H

#include <stdbool.h>
#include <stddef.h>

struct ingest {
    int fd; /* -1: nobody publishes */
    unsigned char *buffer;
    size_t filled;
};

void ingest_open(struct ingest *ingest, int fd);
void ingest_close(struct ingest *ingest);

/* Reads on. True when ingest_message holds a whole one, which is good until the next call; closes itself at the end of the stream. */
bool ingest_read(struct ingest *ingest);
const unsigned char *ingest_message(const struct ingest *ingest, size_t *length);

#endif
