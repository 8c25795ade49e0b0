#include "descriptors.h"

#include <linux/usb/ch9.h>
#include <linux/usb/video.h>
#include <string.h>

#define PUT(at, ...) put(at, (const unsigned char[]){__VA_ARGS__}, sizeof((const unsigned char[]){__VA_ARGS__}))

enum { CAMERA = 1, OUTPUT = 2 };
enum { FULL_SPEED_PACKET = 64, HIGH_SPEED_PACKET = 512 };
/* "Frame Based" 3.1, for which older headers of Linux have no names. */
enum { FORMAT_FRAME_BASED = 0x10, FRAME_FRAME_BASED = 0x11 };

static unsigned char *put(unsigned char *at, const unsigned char *bytes, size_t count)
{
    memcpy(at, bytes, count);
    return at + count;
}

static unsigned char *put16(unsigned char *at, unsigned value)
{
    return PUT(at, value & 0xff, value >> 8 & 0xff);
}

static unsigned char *put32(unsigned char *at, uint32_t value)
{
    return put16(put16(at, value & 0xffff), value >> 16);
}

static unsigned char *put_guid(unsigned char *at, const char *code)
{
    at = put(at, (const unsigned char *) code, 4);
    return PUT(at, 0x00, 0x00, 0x10, 0x00, 0x80, 0x00, 0x00, 0xaa, 0x00, 0x38, 0x9b, 0x71);
}

static unsigned char *put_format(unsigned char *at, enum kind kind)
{
    switch (kind) {
    case YUYV:
        at = put_guid(PUT(at, 27, USB_DT_CS_INTERFACE, UVC_VS_FORMAT_UNCOMPRESSED, 1, 1), "YUY2");
        return PUT(at, 16, 1, 0, 0, 0, 0);
    case H264:
        at = put_guid(PUT(at, 28, USB_DT_CS_INTERFACE, FORMAT_FRAME_BASED, 1, 1), "H264");
        return PUT(at, 16, 1, 0, 0, 0, 0, 1);
    case MJPEG:
        return PUT(at, 11, USB_DT_CS_INTERFACE, UVC_VS_FORMAT_MJPEG, 1, 1, 0, 1, 0, 0, 0, 0);
    }
    return at;
}

static unsigned char frame_type(enum kind kind)
{
    switch (kind) {
    case YUYV:
        return UVC_VS_FRAME_UNCOMPRESSED;
    case H264:
        return FRAME_FRAME_BASED;
    case MJPEG:
        return UVC_VS_FRAME_MJPEG;
    }
    return 0;
}

/* The three kinds differ in one field: what is frame based has a length of lines, which is 0, where others have that of a frame. */
static unsigned char *put_frame(unsigned char *at, const struct camera *camera)
{
    uint32_t bits = 8 * camera_frame_bytes(camera);
    at = PUT(at, 30, USB_DT_CS_INTERFACE, frame_type(camera->kind), 1, 0);
    at = put16(put16(at, camera->width), camera->height);
    at = put32(put32(at, bits), bits * camera->rate);
    if (camera->kind == H264) {
        at = put32(PUT(put32(at, camera_interval(camera)), 1), 0);
    } else {
        at = PUT(put32(put32(at, camera_frame_bytes(camera)), camera_interval(camera)), 1);
    }
    return put32(at, camera_interval(camera));
}

static unsigned char *put_endpoint(unsigned char *at, unsigned packet)
{
    at = put16(PUT(at, USB_DT_ENDPOINT_SIZE, USB_DT_ENDPOINT, USB_DIR_IN | 1, USB_ENDPOINT_XFER_BULK), packet);
    return PUT(at, 0);
}

/* A camera, its output, and the stream that comes from there. */
static unsigned char *put_control(unsigned char *at)
{
    at = PUT(at, USB_DT_INTERFACE_SIZE, USB_DT_INTERFACE, CONTROL_INTERFACE, 0, 0, USB_CLASS_VIDEO, UVC_SC_VIDEOCONTROL, 0, 0);
    /* UVC 1.0, 40 bytes with what follows, a clock of 48 MHz. */
    at = PUT(at, 13, USB_DT_CS_INTERFACE, UVC_VC_HEADER, 0x00, 0x01, 40, 0, 0x00, 0x6c, 0xdc, 0x02, 1, STREAMING_INTERFACE);
    at = PUT(at, 18, USB_DT_CS_INTERFACE, UVC_VC_INPUT_TERMINAL, CAMERA, 0x01, 0x02, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0);
    return PUT(at, 9, USB_DT_CS_INTERFACE, UVC_VC_OUTPUT_TERMINAL, OUTPUT, 0x01, 0x01, 0, CAMERA, 0);
}

static unsigned char *put_streaming(unsigned char *at, const struct camera *camera)
{
    at = PUT(at, USB_DT_INTERFACE_SIZE, USB_DT_INTERFACE, STREAMING_INTERFACE, 0, 1, USB_CLASS_VIDEO, UVC_SC_VIDEOSTREAMING, 0, 0);
    unsigned char *header = at;
    at = PUT(at, 14, USB_DT_CS_INTERFACE, UVC_VS_INPUT_HEADER, 1, 0, 0, USB_DIR_IN | 1, 0, OUTPUT, 0, 0, 0, 1, 0);
    at = put_frame(put_format(at, camera->kind), camera);
    at = PUT(at, 6, USB_DT_CS_INTERFACE, UVC_VS_COLORFORMAT, 1, 1, 4);
    put16(header + 4, (unsigned) (at - header));
    return at;
}

static unsigned char *put_configuration(unsigned char *start, const struct camera *camera, unsigned packet)
{
    unsigned char *at = PUT(start, USB_DT_CONFIG_SIZE, USB_DT_CONFIG, 0, 0, 2, 1, 0, USB_CONFIG_ATT_ONE | USB_CONFIG_ATT_SELFPOWER, 50);
    at = PUT(at, 8, USB_DT_INTERFACE_ASSOCIATION, CONTROL_INTERFACE, 2, USB_CLASS_VIDEO, 3, 0, 0);
    at = put_endpoint(put_streaming(put_control(at), camera), packet);
    put16(start + 2, (unsigned) (at - start));
    return at;
}

size_t descriptors_of_device(const struct camera *camera, unsigned char *bytes)
{
    unsigned char *at = put32(bytes, 0);
    at = put_configuration(at, camera, FULL_SPEED_PACKET);
    at = put_configuration(at, camera, HIGH_SPEED_PACKET);
    /* USB 2.0, classes as the interfaces say, 1d6b:0102 (Linux Foundation), strings 1 to 3, one configuration. */
    at = PUT(at, USB_DT_DEVICE_SIZE, USB_DT_DEVICE, 0x00, 0x02, USB_CLASS_MISC, 2, 1, 64, 0x6b, 0x1d, 0x02, 0x01, 0x00, 0x01, 1, 2, 3, 1);
    return (size_t) (at - bytes);
}

size_t descriptors_of_endpoint(unsigned char *bytes)
{
    unsigned char *at = put32(bytes, 1);
    at = put_endpoint(put_endpoint(at, FULL_SPEED_PACKET), HIGH_SPEED_PACKET);
    return (size_t) (at - bytes);
}

size_t descriptors_of_string(unsigned index, unsigned char *bytes)
{
    static const char *const STRINGS[] = {NULL, "Fanlight rig", "Rig USB camera", "RIG0001"};
    unsigned char *at = bytes + 2;
    if (index == 0) {
        /* The one language: English (United States). */
        at = put16(at, 0x0409);
    } else if (index < sizeof STRINGS / sizeof *STRINGS) {
        for (const char *letter = STRINGS[index]; *letter != 0; letter++) {
            at = put16(at, (unsigned char) *letter);
        }
    } else {
        return 0;
    }
    bytes[0] = (unsigned char) (at - bytes);
    bytes[1] = USB_DT_STRING;
    return (size_t) (at - bytes);
}

size_t descriptors_of_probe(const struct camera *camera, unsigned char *bytes)
{
    memset(bytes, 0, PROBE_BYTES);
    /* Hint: the interval; format 1, frame 1. */
    put32(PUT(bytes, 1, 0, 1, 1), camera_interval(camera));
    put32(put32(bytes + 18, camera_frame_bytes(camera)), MAX_PAYLOAD);
    return PROBE_BYTES;
}
