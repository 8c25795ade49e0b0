/* Counts of microseconds in buckets no wider than 1/64 of their value (as HdrHistogram does), up to a minute. */
#ifndef FANLIGHT_BENCH_HISTOGRAM_H
#define FANLIGHT_BENCH_HISTOGRAM_H

#include <stdint.h>

#define HISTOGRAM_STEPS 64
#define HISTOGRAM_POWERS 22
#define HISTOGRAM_BUCKETS (HISTOGRAM_STEPS * HISTOGRAM_POWERS)

struct histogram {
    uint64_t counts[HISTOGRAM_BUCKETS];
    uint64_t total;
    int64_t max;
};

/* Values below 0 count as 0, values over the last bucket in the last. */
void histogram_add(struct histogram *histogram, int64_t value);

/* The upper end of the bucket in which that share (0 to 1) of the values is reached; 0 when there are none. */
int64_t histogram_at(const struct histogram *histogram, double share);

#endif
