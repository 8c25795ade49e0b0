/* What the load prints: one JSON object a line on stdout. */
#ifndef FANLIGHT_BENCH_LOAD_REPORT_H
#define FANLIGHT_BENCH_LOAD_REPORT_H

#include "load_viewer.h"

/* All viewers are in (or have failed). */
void report_connected(const struct run *run, double seconds);

/* Counting begins, and ends. */
void report_window(void);
void report_window_end(void);

void report_result(const struct run *run, const struct load_viewer *viewers, int count, double connect_seconds,
                   double window_seconds);

#endif
