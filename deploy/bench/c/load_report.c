#include "load_report.h"

#include <stdio.h>

static const char *const names[GROUPS] = {"normal", "slow", "stuck"};

void report_connected(const struct run *run, double seconds)
{
    printf("{\"event\":\"connected\",\"open\":%d,\"failed\":%d,\"connect_seconds\":%.3f}\n", run->open, run->failed, seconds);
    fflush(stdout);
}

void report_window(void)
{
    puts("{\"event\":\"window\"}");
    fflush(stdout);
}

void report_window_end(void)
{
    puts("{\"event\":\"window_end\"}");
    fflush(stdout);
}

struct members {
    int viewers, lossy;
    uint32_t fewest;
};

static struct members members_of(const struct load_viewer *viewers, int count, enum group group)
{
    struct members members = {.fewest = UINT32_MAX};
    for (int i = 0; i < count; i++) {
        if (viewers[i].group != group)
            continue;
        members.viewers++;
        members.lossy += viewers[i].continuity.lost > 0;
        if (viewers[i].continuity.frames < members.fewest)
            members.fewest = viewers[i].continuity.frames;
    }
    return members;
}

static double ms(int64_t us)
{
    return (double) us / 1000;
}

/* A load that is ended before its window has none. */
static double rate(double count, double seconds)
{
    return seconds > 0 ? count / seconds : 0;
}

static void report_group(const struct tally *tally, const struct members *members, double seconds)
{
    const struct histogram *latency = &tally->latency;
    printf("{\"viewers\":%d,\"fps\":%.2f,\"fewest_fps\":%.2f", members->viewers,
           rate((double) tally->frames / members->viewers, seconds), rate(members->fewest, seconds));
    printf(",\"frames\":%llu,\"media_bytes\":%llu,\"wire_bytes\":%llu", (unsigned long long) tally->frames,
           (unsigned long long) tally->media_bytes, (unsigned long long) tally->wire_bytes);
    printf(",\"dropped\":%llu", (unsigned long long) tally->dropped);
    printf(",\"lost\":%llu,\"lossy_viewers\":%d,\"reordered\":%llu,\"broken\":%llu,\"bad_bytes\":%llu",
           (unsigned long long) tally->lost, members->lossy, (unsigned long long) tally->reordered,
           (unsigned long long) tally->broken, (unsigned long long) tally->bad_bytes);
    printf(",\"p50_ms\":%.2f,\"p95_ms\":%.2f,\"p99_ms\":%.2f,\"max_ms\":%.2f}", ms(histogram_at(latency, 0.5)),
           ms(histogram_at(latency, 0.95)), ms(histogram_at(latency, 0.99)), ms(latency->max));
}

static void report_codes(const struct run *run)
{
    printf(",\"closed\":%d,\"close_codes\":{", run->closed);
    for (int i = 0; i < CLOSE_CODES && run->codes[i].count > 0; i++)
        printf("%s\"%d\":%d", i == 0 ? "" : ",", run->codes[i].code, run->codes[i].count);
    putchar('}');
}

static void report_stuck(const struct run *run)
{
    printf(",\"stuck_closed\":%d", run->stuck_closed);
    if (run->stuck_closed > 0)
        printf(",\"stuck_closed_within_s\":%.1f", (double) (run->stuck_last_closed_us - run->stuck_since_us) / 1e6);
}

void report_result(const struct run *run, const struct load_viewer *viewers, int count, double connect_seconds,
                   double window_seconds)
{
    printf("{\"event\":\"result\",\"viewers\":%d,\"open\":%d,\"failed\":%d,\"connect_seconds\":%.3f,\"seconds\":%.3f",
           run->options.viewers, run->open, run->failed, connect_seconds, window_seconds);
    printf(",\"tls\":%s,\"verified\":%s,\"texts\":%llu", run->options.tls ? "true" : "false",
           run->options.verify ? "true" : "false", (unsigned long long) run->texts);
    report_codes(run);
    report_stuck(run);
    for (int group = 0; group < GROUPS; group++) {
        struct members members = members_of(viewers, count, (enum group) group);
        if (members.viewers == 0)
            continue;
        printf(",\"%s\":", names[group]);
        report_group(&run->tallies[group], &members, window_seconds);
    }
    puts("}");
    fflush(stdout);
}
