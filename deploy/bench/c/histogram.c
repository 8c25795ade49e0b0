#include "histogram.h"

#include <math.h>

#define STEP_BITS 6

/* The first two powers are exact; from there on each power of two is divided into HISTOGRAM_STEPS steps. */
static unsigned bucket_of(uint64_t value)
{
    if (value < 2 * HISTOGRAM_STEPS)
        return (unsigned) value;
    unsigned shift = 63 - (unsigned) __builtin_clzll(value) - STEP_BITS;
    uint64_t bucket = (uint64_t) shift * HISTOGRAM_STEPS + (value >> shift);
    return bucket < HISTOGRAM_BUCKETS ? (unsigned) bucket : HISTOGRAM_BUCKETS - 1;
}

static int64_t upper_end(unsigned bucket)
{
    if (bucket < 2 * HISTOGRAM_STEPS)
        return bucket;
    unsigned shift = bucket / HISTOGRAM_STEPS - 1;
    return (int64_t) ((((uint64_t) bucket % HISTOGRAM_STEPS + HISTOGRAM_STEPS + 1) << shift) - 1);
}

void histogram_add(struct histogram *histogram, int64_t value)
{
    if (value < 0)
        value = 0;
    histogram->counts[bucket_of((uint64_t) value)]++;
    histogram->total++;
    if (value > histogram->max)
        histogram->max = value;
}

int64_t histogram_at(const struct histogram *histogram, double share)
{
    uint64_t wanted = (uint64_t) ceil(share * (double) histogram->total), seen = 0;
    for (unsigned i = 0; i < HISTOGRAM_BUCKETS && histogram->total > 0; i++) {
        seen += histogram->counts[i];
        if (seen >= wanted && seen > 0)
            return upper_end(i) < histogram->max ? upper_end(i) : histogram->max;
    }
    return 0;
}
