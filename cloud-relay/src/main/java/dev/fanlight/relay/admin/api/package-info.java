/** The REST API: who calls, whether they may, and what each route answers. */
@NullMarked
package dev.fanlight.relay.admin.api;

import org.jspecify.annotations.NullMarked;
