/** HTTP to a camera: bounded in bytes and time, with Digest authentication (RFC 7616). */
@NullMarked
package dev.fanlight.agent.onvif.http;

import org.jspecify.annotations.NullMarked;
