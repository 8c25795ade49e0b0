/* What the checks share. */
#ifndef FANLIGHT_BENCH_CHECK_H
#define FANLIGHT_BENCH_CHECK_H

#include "common.h"

#define CHECK(condition)                                                                                                \
    do {                                                                                                                \
        if (!(condition))                                                                                               \
            die("%s:%d: not true: %s", __FILE__, __LINE__, #condition);                                                 \
    } while (0)

/* FLV, the bodies it comes in, and the stream in its tags. */
void flv_checks(void);

/* What an RTMP server says. */
void rtmp_checks(void);

#endif
