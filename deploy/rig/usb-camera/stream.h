/* Sends frames to the host, on a thread of its own. */
#ifndef RIG_STREAM_H
#define RIG_STREAM_H

#include "camera.h"
#include "frames.h"

#include <stdbool.h>

/* Opens the endpoint and begins; does nothing the second time. Both arguments stay in use until the end. */
void stream_begin(const struct camera *camera, const struct frames *frames);

/* Whether it stays plugged in and sends nothing. */
void stream_silence(bool silent);

/* Ends it and closes the endpoint, if it has begun: gadgetfs (Linux 6.1) crashes when its port is closed while a payload is on its way. */
void stream_end(void);

#endif
