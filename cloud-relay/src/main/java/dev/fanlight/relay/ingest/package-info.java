/** What every publisher needs, whichever protocol it uses: admission, and the session that feeds a stream. */
@NullMarked
package dev.fanlight.relay.ingest;

import org.jspecify.annotations.NullMarked;
