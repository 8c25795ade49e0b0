#include "frames.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_FRAMES = 10000 };

static const unsigned char JPEG_START[] = {0xff, 0xd8, 0xff};
static const unsigned char DELIMITER[] = {0, 0, 0, 1, 9};

static bool has(const unsigned char *at, size_t left, const unsigned char *start, size_t count)
{
    return left >= count && memcmp(at, start, count) == 0;
}

static bool begins(const struct camera *camera, const unsigned char *bytes, size_t at, size_t size)
{
    switch (camera->kind) {
    case MJPEG:
        return has(bytes + at, size - at, JPEG_START, sizeof JPEG_START);
    case H264:
        return has(bytes + at, size - at, DELIMITER, sizeof DELIMITER);
    case YUYV:
        return at % camera_frame_bytes(camera) == 0 && size - at >= camera_frame_bytes(camera);
    }
    return false;
}

static unsigned char *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    long end = file != NULL && fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
    unsigned char *bytes = end > 0 ? malloc((size_t) end) : NULL;
    if (bytes == NULL || fseek(file, 0, SEEK_SET) != 0 || fread(bytes, 1, (size_t) end, file) != (size_t) end) {
        perror(path);
        exit(1);
    }
    fclose(file);
    *size = (size_t) end;
    return bytes;
}

struct frames frames_load(const char *path, const struct camera *camera)
{
    size_t size;
    struct frames frames = {read_file(path, &size), calloc(MAX_FRAMES + 1, sizeof(size_t)), 0};
    for (size_t at = 0; at < size && frames.count < MAX_FRAMES; at++) {
        if (begins(camera, frames.bytes, at, size)) {
            frames.starts[frames.count++] = at;
        }
    }
    if (frames.count == 0) {
        fprintf(stderr, "%s has no frames of that kind\n", path);
        exit(1);
    }
    frames.starts[frames.count] = size;
    return frames;
}
