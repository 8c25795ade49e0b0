/*
 * A make-believe USB webcam: a UVC camera on Linux's gadgetfs and dummy_hcd, of which the kernel's own uvcvideo makes a /dev/videoN. It
 * streams by bulk transfers, since dummy_hcd has no isochronous ones.
 *
 *   usb-camera mjpeg|yuyv|h264 FILE WIDTH HEIGHT FPS
 *
 * It is plugged in while this program runs, and repeats the frames of FILE (frames.h). SIGUSR1 makes it silent, SIGUSR2 lets it go on.
 */
#include "descriptors.h"
#include "frames.h"
#include "stream.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/usb/ch9.h>
#include <linux/usb/gadgetfs.h>
#include <linux/usb/video.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { MAX_FAILURES = 50, MAX_ANSWER = 256 };

static const char *const PORTS[] = {"/dev/gadget/dummy_udc.0", "/dev/gadget/dummy_udc"};

static int is_for_streaming(const struct usb_ctrlrequest *setup)
{
    unsigned control = setup->wValue >> 8;
    return (setup->wIndex & 0xff) == STREAMING_INTERFACE && (control == UVC_VS_PROBE_CONTROL || control == UVC_VS_COMMIT_CONTROL);
}

static size_t streaming_value(const struct camera *camera, unsigned request, unsigned char *bytes)
{
    switch (request) {
    case UVC_GET_INFO:
        bytes[0] = UVC_CONTROL_CAP_GET | UVC_CONTROL_CAP_SET;
        return 1;
    case UVC_GET_LEN:
        bytes[0] = PROBE_BYTES;
        bytes[1] = 0;
        return 2;
    default:
        return descriptors_of_probe(camera, bytes);
    }
}

/* The answer's bytes; 0 for what the camera does not have. */
static size_t value(const struct camera *camera, const struct usb_ctrlrequest *setup, unsigned char *bytes)
{
    switch (setup->bRequestType) {
    case USB_DIR_IN | USB_TYPE_STANDARD | USB_RECIP_DEVICE:
        return setup->bRequest == USB_REQ_GET_DESCRIPTOR && setup->wValue >> 8 == USB_DT_STRING
            ? descriptors_of_string(setup->wValue & 0xff, bytes)
            : 0;
    case USB_DIR_IN | USB_TYPE_STANDARD | USB_RECIP_INTERFACE:
        bytes[0] = 0;
        return setup->bRequest == USB_REQ_GET_INTERFACE ? 1 : 0;
    case USB_DIR_IN | USB_TYPE_CLASS | USB_RECIP_INTERFACE:
        return is_for_streaming(setup) ? streaming_value(camera, setup->bRequest, bytes) : 0;
    default:
        return 0;
    }
}

static int is_accepted(const struct usb_ctrlrequest *setup)
{
    switch (setup->bRequestType) {
    case USB_DIR_OUT | USB_TYPE_STANDARD | USB_RECIP_DEVICE:
        return setup->bRequest == USB_REQ_SET_CONFIGURATION;
    case USB_DIR_OUT | USB_TYPE_STANDARD | USB_RECIP_INTERFACE:
        return setup->bRequest == USB_REQ_SET_INTERFACE;
    case USB_DIR_OUT | USB_TYPE_CLASS | USB_RECIP_INTERFACE:
        return is_for_streaming(setup);
    default:
        return 0;
    }
}

static size_t least(size_t one, size_t other)
{
    return one < other ? one : other;
}

/* In gadgetfs, reading what is to be written stalls, and the other way round; reading nothing acknowledges. */
static ssize_t answer(int port, const struct camera *camera, const struct usb_ctrlrequest *setup)
{
    unsigned char bytes[MAX_ANSWER];
    if (setup->bRequestType & USB_DIR_IN) {
        size_t count = value(camera, setup, bytes);
        return count > 0 ? write(port, bytes, least(count, setup->wLength)) : read(port, bytes, 0);
    }
    return is_accepted(setup) ? read(port, bytes, least(sizeof bytes, setup->wLength)) : write(port, bytes, 0);
}

static void handle(int port, const struct camera *camera, const struct frames *frames, const struct usb_gadgetfs_event *event)
{
    if (event->type != GADGETFS_SETUP) {
        return;
    }
    const struct usb_ctrlrequest *setup = &event->u.setup;
    int configures = setup->bRequestType == 0 && setup->bRequest == USB_REQ_SET_CONFIGURATION && setup->wValue != 0;
    if (configures) {
        stream_begin(camera, frames);
    }
    if (answer(port, camera, setup) < 0) {
        fprintf(stderr, "request %02x %02x: %s\n", setup->bRequestType, setup->bRequest, strerror(errno));
    }
}

/* Returns when the port fails again and again; a reset of the bus in the midst of a request is one failure. */
static void serve(int port, const struct camera *camera, const struct frames *frames)
{
    for (int failures = 0; failures < MAX_FAILURES;) {
        struct usb_gadgetfs_event events[5];
        ssize_t got = read(port, events, sizeof events);
        if (got < 0 && errno != EINTR) {
            perror("port");
            failures++;
            usleep(20000);
        }
        for (ssize_t i = 0; i < got / (ssize_t) sizeof *events; i++) {
            handle(port, camera, frames, &events[i]);
        }
    }
}

static int plug_in(const struct camera *camera)
{
    unsigned char bytes[MAX_DESCRIPTOR_BYTES];
    size_t count = descriptors_of_device(camera, bytes);
    int port = open(PORTS[0], O_RDWR);
    if (port < 0) {
        port = open(PORTS[1], O_RDWR);
    }
    if (port < 0 || write(port, bytes, count) < 0) {
        perror("no port (modprobe dummy_hcd gadgetfs; mount -t gadgetfs gadgetfs /dev/gadget)");
        exit(1);
    }
    return port;
}

struct control {
    int port;
    const struct camera *camera;
    const struct frames *frames;
};

static void *serve_control(void *context)
{
    const struct control *control = context;
    serve(control->port, control->camera, control->frames);
    exit(1);
}

/* Returns at SIGTERM. */
static void wait_for_orders(const sigset_t *orders)
{
    for (int number = 0; number != SIGTERM; sigwait(orders, &number)) {
        stream_silence(number == SIGUSR1);
    }
}

static struct camera camera_of(char **words)
{
    static const char *const KINDS[] = {"mjpeg", "yuyv", "h264"};
    for (size_t kind = 0; kind < sizeof KINDS / sizeof *KINDS; kind++) {
        if (strcmp(words[0], KINDS[kind]) == 0) {
            return (struct camera){(enum kind) kind, (uint16_t) atoi(words[2]), (uint16_t) atoi(words[3]), (uint16_t) atoi(words[4])};
        }
    }
    return (struct camera){0};
}

int main(int count, char **words)
{
    struct camera camera = count == 6 ? camera_of(words + 1) : (struct camera){0};
    if (camera.width == 0 || camera.height == 0 || camera.rate == 0) {
        fprintf(stderr, "usb-camera mjpeg|yuyv|h264 FILE WIDTH HEIGHT FPS\n");
        return 2;
    }
    struct frames frames = frames_load(words[2], &camera);
    struct control control = {-1, &camera, &frames};
    sigset_t orders;
    pthread_t thread;
    sigemptyset(&orders);
    sigaddset(&orders, SIGTERM);
    sigaddset(&orders, SIGUSR1);
    sigaddset(&orders, SIGUSR2);
    pthread_sigmask(SIG_BLOCK, &orders, NULL);
    control.port = plug_in(&camera);
    if (pthread_create(&thread, NULL, serve_control, &control) != 0) {
        fprintf(stderr, "no thread for requests\n");
        return 1;
    }
    wait_for_orders(&orders);
    stream_end();
    return 0;
}
