/* What the checks share. */
#ifndef FANLIGHT_BENCH_CHECK_H
#define FANLIGHT_BENCH_CHECK_H

#include "common.h"

#define CHECK(condition)                                                                                                \
    do {                                                                                                                \
        if (!(condition))                                                                                               \
            die("%s:%d: not true: %s", __FILE__, __LINE__, #condition);                                                 \
    } while (0)

/* FLV and the bodies it comes in. */
void flv_checks(void);

#endif
