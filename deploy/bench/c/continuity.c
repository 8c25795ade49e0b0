#include "continuity.h"

static void begin_at(struct continuity *at, const struct media_header *header)
{
    at->begun = true;
    at->hole = false;
    at->track = header->track;
    at->epoch = header->epoch;
}

static void follow(struct continuity *at, struct tally *tally, const struct media_header *header)
{
    int32_t step = (int32_t) (header->sequence - at->sequence);
    if (step <= 0) {
        tally->reordered++;
        return;
    }
    if (step > 1) {
        tally->lost += (uint64_t) step - 1;
        at->lost += (uint32_t) step - 1;
        at->hole = true;
    }
    if (at->hole && !(header->flags & FLAG_KEY))
        tally->broken++;
    else
        at->hole = false;
}

void continuity_frame(struct continuity *at, struct tally *tally, const struct media_header *header, uint64_t bytes,
                      int64_t now_us)
{
    if (at->begun && at->epoch == header->epoch && at->track == header->track)
        follow(at, tally, header);
    else
        begin_at(at, header);
    at->sequence = header->sequence;
    at->frames++;
    tally->frames++;
    tally->media_bytes += bytes;
    histogram_add(&tally->latency, now_us - header->capture_us);
}
