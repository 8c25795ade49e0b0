package dev.fanlight.agent.uplink.media;

import dev.fanlight.agent.media.SendLevel;
import java.util.List;

/**
 * What is made for the uplink: how much of the video, at which bit rate. Immutable.
 *
 * @param level how much of the video
 * @param bitRate bits a second
 */
public record SendPlan(SendLevel level, int bitRate) {

    /** A rate below this is no video any more, whatever was configured. */
    private static final int LEAST = 32_000;

    /**
     * The configured bit rates, and what follows from them for each level.
     *
     * @param main of the main rendition, bits a second
     * @param small of the small one, bits a second
     */
    public record Range(int main, int small) {

        /** Rate above which a level is not asked for. */
        int most(SendLevel level) {
            return level.isSmall() ? Math.min(small, main) : main;
        }

        /** Rate below which the next level looks better; the same as the other where the rate cannot be changed. */
        int least(SendLevel level, List<SendLevel> levels) {
            if (!levels.contains(SendLevel.HALF_RATE)) {
                return most(level);
            }
            int share = switch (level) {
                case FULL -> main / 4;
                case HALF_RATE -> main / 6;
                case QUARTER_RATE -> main / 8;
                case SMALL, KEY_FRAMES -> small / 4;
            };
            return Math.min(most(level), Math.max(LEAST, share));
        }
    }

    /** The same level with a rate that is right for it. */
    SendPlan within(Range range, List<SendLevel> levels) {
        int least = range.least(level, levels);
        return new SendPlan(level, Math.max(least, Math.min(range.most(level), bitRate)));
    }

    /** The next level, if there is one that makes a difference. */
    SendPlan down(Range range, List<SendLevel> levels) {
        int next = Math.min(levels.size() - 1, indexIn(levels) + 1);
        return new SendPlan(levels.get(next), bitRate).within(range, levels);
    }

    /** The level before, at its least rate. */
    SendPlan up(Range range, List<SendLevel> levels) {
        SendLevel next = levels.get(Math.max(0, indexIn(levels) - 1));
        return new SendPlan(next, range.least(next, levels));
    }

    /** Whether nothing is held back. */
    boolean isWhole(Range range) {
        return level == SendLevel.FULL && bitRate >= range.main();
    }

    /** Of a level that the source of now does not have, the next one that it has. */
    private int indexIn(List<SendLevel> levels) {
        int index = 0;
        while (index < levels.size() - 1 && levels.get(index).compareTo(level) < 0) {
            index++;
        }
        return index;
    }
}
