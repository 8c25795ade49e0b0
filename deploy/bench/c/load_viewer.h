/* One synthetic viewer: connects, says what a player says, reads, and tallies what arrived. */
#ifndef FANLIGHT_BENCH_LOAD_VIEWER_H
#define FANLIGHT_BENCH_LOAD_VIEWER_H

#include "continuity.h"
#include "flv.h"
#include "load_options.h"
#include "parser.h"
#include "wire.h"

#include <stdbool.h>
#include <stdint.h>

#define RESPONSE_LIMIT 2048
#define CLOSE_CODES 16
#define CODE_NONE 1006 /* ended without a close frame (RFC 6455 section 7.4.1) */

/* PHASE_GREETING: `watch` is said, `welcome` not yet heard; a relay takes nothing else before. FLV: no tag has come yet. */
enum phase { PHASE_CONNECTING, PHASE_HANDSHAKE, PHASE_UPGRADING, PHASE_GREETING, PHASE_OPEN, PHASE_CLOSED };
enum group { GROUP_NORMAL, GROUP_SLOW, GROUP_STUCK, GROUPS };

struct close_count {
    int code, count;
};

/* What all viewers of a run share. Only the one loop touches it. */
struct run {
    struct load_options options;
    SSL_CTX *tls;
    int pending, open, failed, closed;
    struct close_count codes[CLOSE_CODES];
    struct tally tallies[GROUPS];
    uint64_t texts;
    int stuck_closed;
    int64_t stuck_since_us, stuck_last_closed_us; /* 0: not yet */
};

struct load_viewer {
    struct run *run;
    struct wire wire;
    enum phase phase;
    enum group group;
    bool stuck; /* reads nothing */
    int64_t budget; /* bytes a slow viewer may read now */
    int code;
    char *response; /* only until the upgrade is done */
    size_t response_filled;
    union {
        struct parser parser;
        struct flv flv; /* when the options say so */
    };
    struct continuity continuity;
    unsigned turns;    /* how often something could become due */
    bool question_due, ack_due; /* to be said with the next picture; the first never without the second */
    int64_t least_age_us, last_picture_us, last_ack_us; /* last_ack_us 0: nothing acknowledged yet */
    bool late, ack_wanted, unsaid; /* unsaid: there is a picture that was not acknowledged */
};

/* Begins to connect; phase PHASE_CLOSED when that failed at once. */
void viewer_connect(struct load_viewer *viewer, struct run *run, enum group group);

/* The events epoll should wait for now. */
uint32_t viewer_interest(const struct load_viewer *viewer);

/* The socket has something to say, or (slow viewers) there is budget again. */
void viewer_serve(struct load_viewer *viewer);

/* The server has let it in. */
void viewer_admit(struct load_viewer *viewer);

/* A stuck viewer reads what was left for it, so that a close frame is seen. */
void viewer_read_rest(struct load_viewer *viewer);

/* A stuck viewer's socket has failed: the server has given it up. */
void viewer_give_up(struct load_viewer *viewer);

/* Writes at once or closes the viewer. */
void viewer_say(struct load_viewer *viewer, const unsigned char *bytes, size_t length);

/* To be called every second: when an acknowledgement or a question for the time is due, as with the player, it is said in one
 * write with the next picture that comes, or now if none has come for half a second. */
void viewer_talk(struct load_viewer *viewer);

/* A picture has come: says what is due, and acknowledges at once the first, the first after half a second
 * and what comes later than it can, at most ten times a second. */
void viewer_note_picture(struct load_viewer *viewer, int64_t capture_us);

void viewer_close(struct load_viewer *viewer);

#endif
