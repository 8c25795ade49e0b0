/* What kind of camera it is: one format, one size, one frame rate. */
#ifndef RIG_CAMERA_H
#define RIG_CAMERA_H

#include <stddef.h>
#include <stdint.h>

/* Longest payload, which carries one part of a frame, with its header, bytes. */
enum { MAX_PAYLOAD = 16384 };

enum kind { MJPEG, YUYV, H264 };

struct camera {
    enum kind kind;
    uint16_t width;
    uint16_t height;
    /* Frames a second. */
    uint16_t rate;
};

/* Time from frame to frame, in UVC's unit of 100 ns. */
static inline uint32_t camera_interval(const struct camera *camera)
{
    return 10000000 / camera->rate;
}

/* Bytes of a frame without compression, which none is larger than. */
static inline uint32_t camera_frame_bytes(const struct camera *camera)
{
    return 2u * camera->width * camera->height;
}

#endif
