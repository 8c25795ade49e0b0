#include "load_options.h"

#include "common.h"

#include <getopt.h>
#include <stddef.h>

#define USAGE                                                                                                           \
    "load --port PORT [--path /ws/v1/view] [--viewers 100] [--connect-rate 0] [--seconds 8] [--warmup 2] [--tls]\n"     \
    "     [--watch CAMERA KEY | --socket-io | --flv] [--stuck K] [--stuck-after S] [--rate-limit BITS K] [--verify] [--tick-us 1000]"

static const struct option known[] = {
    {"port", required_argument, NULL, 'p'},       {"path", required_argument, NULL, 'P'},
    {"viewers", required_argument, NULL, 'n'},    {"connect-rate", required_argument, NULL, 'c'},
    {"seconds", required_argument, NULL, 's'},    {"warmup", required_argument, NULL, 'w'},
    {"tls", no_argument, NULL, 't'},              {"watch", required_argument, NULL, 'W'},
    {"socket-io", no_argument, NULL, 'i'},        {"stuck", required_argument, NULL, 'k'},
    {"stuck-after", required_argument, NULL, 'a'}, {"rate-limit", required_argument, NULL, 'r'},
    {"verify", no_argument, NULL, 'v'},           {"tick-us", required_argument, NULL, 'u'},
    {"flv", no_argument, NULL, 'f'},              {NULL, 0, NULL, 0},
};

static const char *second_value(int count, char **values, const char *name)
{
    if (optind >= count)
        die("--%s takes two values.", name);
    return values[optind++];
}

static void check(const struct load_options *options)
{
    if (options->port == 0)
        die(USAGE);
    if ((options->camera != NULL) + options->socket_io + options->flv > 1)
        die("--watch, --socket-io and --flv exclude one another.");
    if (options->stuck + options->slow > options->viewers)
        die("More stuck and slow viewers than viewers.");
    if (options->verify && options->socket_io)
        die("--verify does not look into base64.");
}

static void read_option(struct load_options *o, int option, int count, char **values)
{
    switch (option) {
    case 'p': o->port = (int) number_option("port", optarg, 1, 65535); break;
    case 'P': o->path = optarg; break;
    case 'n': o->viewers = (int) number_option("viewers", optarg, 1, VIEWERS_LIMIT); break;
    case 'c': o->connect_rate = (int) number_option("connect-rate", optarg, 0, 100000); break;
    case 's': o->seconds = (int) number_option("seconds", optarg, 1, 3600); break;
    case 'w': o->warmup = (int) number_option("warmup", optarg, 0, 600); break;
    case 't': o->tls = true; break;
    case 'i': o->socket_io = true; break;
    case 'v': o->verify = true; break;
    case 'f': o->flv = true; break;
    case 'k': o->stuck = (int) number_option("stuck", optarg, 0, VIEWERS_LIMIT); break;
    case 'a': o->stuck_after = (int) number_option("stuck-after", optarg, 0, 3600); break;
    case 'u': o->tick_us = (int) number_option("tick-us", optarg, 0, 100000); break;
    case 'W':
        o->camera = optarg;
        o->key = second_value(count, values, "watch");
        break;
    case 'r':
        o->slow_bits = (long) number_option("rate-limit", optarg, 8000, 1000000000);
        o->slow = (int) number_option("rate-limit", second_value(count, values, "rate-limit"), 0, VIEWERS_LIMIT);
        break;
    default: die(USAGE);
    }
}

struct load_options load_options_read(int count, char **values)
{
    struct load_options options = {.path = "/ws/v1/view", .viewers = 100, .seconds = 8, .warmup = 2, .tick_us = 1000};
    for (int option; (option = getopt_long(count, values, "", known, NULL)) != -1;)
        read_option(&options, option, count, values);
    check(&options);
    return options;
}
