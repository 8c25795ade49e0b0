/** The pages and scripts that are packed into the jar. */
@NullMarked
package dev.fanlight.relay.http.site;

import org.jspecify.annotations.NullMarked;
