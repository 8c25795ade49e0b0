#include "continuity.h"

static void begin_at(struct continuity *at, const struct media_header *header)
{
    at->begun = true;
    at->awaits_key = true;
    at->track = header->track;
    at->epoch = header->epoch;
}

static void count_hole(struct continuity *at, struct tally *tally, uint32_t missing, bool harmless)
{
    if (harmless) {
        tally->dropped += missing;
        return;
    }
    tally->lost += missing;
    at->lost += missing;
    at->awaits_key = true;
}

/* Whether the frame is newer than all before. */
static bool follow(struct continuity *at, struct tally *tally, const struct media_header *header)
{
    int32_t step = (int32_t) (header->sequence - at->sequence);
    if (step <= 0) {
        tally->reordered++;
        return false;
    }
    if (step > 1)
        count_hole(at, tally, (uint32_t) step - 1, at->announced && at->next == header->sequence);
    return true;
}

void continuity_announce(struct continuity *at, uint32_t next)
{
    at->announced = true;
    at->next = next;
}

void continuity_frame(struct continuity *at, struct tally *tally, const struct media_header *header, uint64_t bytes,
                      int64_t now_us)
{
    bool same = at->begun && at->epoch == header->epoch && at->track == header->track;
    if (!same)
        begin_at(at, header);
    else if (!follow(at, tally, header))
        return;
    at->announced = false;
    if (header->flags & FLAG_KEY)
        at->awaits_key = false;
    tally->broken += at->awaits_key;
    at->sequence = header->sequence;
    at->frames++;
    tally->frames++;
    tally->media_bytes += bytes;
    histogram_add(&tally->latency, now_us - header->capture_us);
}
