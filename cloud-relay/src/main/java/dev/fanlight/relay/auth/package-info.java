/** Who may do what: the one place that decides, and the forms in which somebody shows who they are. */
@NullMarked
package dev.fanlight.relay.auth;

import org.jspecify.annotations.NullMarked;
