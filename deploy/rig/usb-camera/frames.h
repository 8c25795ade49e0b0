/* The frames that a camera shows, out of a file that holds them one after another. */
#ifndef RIG_FRAMES_H
#define RIG_FRAMES_H

#include "camera.h"

struct frames {
    unsigned char *bytes;
    /* Where each begins; one more for where the last one ends. */
    size_t *starts;
    size_t count;
};

/* Reads them: JPEGs, YUYV pictures, or access units of H.264 that begin with a delimiter (AUD). Ends the program where there are none. */
struct frames frames_load(const char *path, const struct camera *camera);

#endif
