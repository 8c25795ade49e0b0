/** SOAP calls of ONVIF services: envelopes, WS-Security and answers that are not trusted. */
@NullMarked
package dev.fanlight.agent.onvif.soap;

import org.jspecify.annotations.NullMarked;
