/** SRT (draft-sharabayko-srt) by a process of its own, which has libsrt in it: ports that callers come to, and calls to other servers. Knows no stream. */
@NullMarked
package dev.fanlight.relay.srt;

import org.jspecify.annotations.NullMarked;
