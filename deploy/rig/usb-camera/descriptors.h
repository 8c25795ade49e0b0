/*
 * What a UVC camera says of itself: "Universal Serial Bus Device Class Definition for Video Devices" 1.1, chapter 3, and its payload
 * formats "Uncompressed", "MJPEG" and "Frame Based", chapter 3 of each.
 */
#ifndef RIG_DESCRIPTORS_H
#define RIG_DESCRIPTORS_H

#include "camera.h"

enum { CONTROL_INTERFACE, STREAMING_INTERFACE };
enum { MAX_DESCRIPTOR_BYTES = 1024, PROBE_BYTES = 26 };

/* Writes configurations for both speeds and the device, as gadgetfs takes them; returns their bytes. */
size_t descriptors_of_device(const struct camera *camera, unsigned char *bytes);

/* Writes the endpoint for both speeds, as gadgetfs takes it; returns its bytes. */
size_t descriptors_of_endpoint(unsigned char *bytes);

/* Writes the string with that index; returns its bytes, 0 where there is none. */
size_t descriptors_of_string(unsigned index, unsigned char *bytes);

/* Writes the one way in which it streams, whatever a host proposes; returns its bytes. */
size_t descriptors_of_probe(const struct camera *camera, unsigned char *bytes);

#endif
