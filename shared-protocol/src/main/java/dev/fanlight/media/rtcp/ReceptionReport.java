package dev.fanlight.media.rtcp;

/**
 * How one source arrives (RFC 3550 §6.4.1), without its jitter. Immutable.
 *
 * @param source of the packets
 * @param lost256ths of those since the last report, 0–255
 * @param totalLost all that were lost
 * @param newestIndex of the newest packet
 * @param lastReport the middle 32 bits of the newest sender report’s time; 0 when there was none
 * @param sinceThen the time since, in 65,536ths of a second
 */
public record ReceptionReport(
        int source, int lost256ths, int totalLost, long newestIndex, int lastReport, int sinceThen) {}
