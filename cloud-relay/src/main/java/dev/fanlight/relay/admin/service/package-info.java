/** What the owner does to cameras, links and devices, with all that follows from it. */
@NullMarked
package dev.fanlight.relay.admin.service;

import org.jspecify.annotations.NullMarked;
