package dev.fanlight.agent.testing;

import dev.fanlight.agent.media.SendLevel;
import dev.fanlight.agent.uplink.media.SendPlan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * A link of limited capacity behind which everything queues in order, as behind TCP, and a camera that fills it. Time is counted in steps of
 * 10 ms; randomness has a seed.
 */
public final class SimulatedUplink {

    private static final long STEP_NANOS = 10_000_000;
    private static final int FPS = 15;
    private static final int KEY_EVERY = 30;

    /** A frame that has arrived: when, and how long after it was made. */
    public record Arrival(long nanos, long ageNanos) {}

    /** A frame on its way. */
    public record Frame(long number, int bytes, long madeNanos) {}

    private final Random random;
    private final Deque<Frame> way = new ArrayDeque<>();
    private final Deque<Frame> acknowledged = new ArrayDeque<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private long now = 1_000_000_000;
    private long bitsPerSecond;
    private long wayNanos = 20_000_000;
    private double stallsPerSecond;
    private long stalledUntil;
    private double bitsLeft;
    private double frameDebt;
    private long made;
    private int sinceKey;

    public SimulatedUplink(long seed, long bitsPerSecond) {
        this.random = new Random(seed);
        this.bitsPerSecond = bitsPerSecond;
    }

    public long now() {
        return now;
    }

    public List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    public void capacity(long bits) {
        bitsPerSecond = bits;
    }

    /** Losses: now and then everything waits for a retransmission, 0.3–1.5 s. */
    public void lossy(double stalls, long way) {
        stallsPerSecond = stalls;
        wayNanos = way;
    }

    public int bytesOnTheWay() {
        return way.stream().mapToInt(Frame::bytes).sum();
    }

    /** One step; returns the frame that the camera makes in it, or none. */
    public List<Frame> step(SendPlan plan) {
        now += STEP_NANOS;
        deliver();
        return make(plan);
    }

    public void send(Frame frame) {
        way.addLast(frame);
    }

    /** Frames that have arrived since the last call and whose acknowledgement is back. */
    public List<Frame> acknowledgements() {
        List<Frame> all = List.copyOf(acknowledged);
        acknowledged.clear();
        return all;
    }

    private void deliver() {
        if (random.nextDouble() < stallsPerSecond / 100) {
            stalledUntil = now + 300_000_000L + random.nextInt(1_200_000_000);
        }
        if (now < stalledUntil) {
            bitsLeft = 0;
            return;
        }
        bitsLeft = Math.min(bitsLeft, bitsPerSecond / 50.0) + bitsPerSecond / 100.0;
        while (!way.isEmpty() && way.getFirst().bytes() * 8L <= bitsLeft) {
            Frame frame = way.removeFirst();
            bitsLeft -= frame.bytes() * 8.0;
            acknowledged.addLast(frame);
            arrivals.add(new Arrival(now, now - frame.madeNanos() + wayNanos));
        }
        if (!way.isEmpty() && way.getFirst().bytes() * 8L > bitsPerSecond / 50.0) {
            part();
        }
    }

    /** A frame larger than a step takes is sent in parts. */
    private void part() {
        Frame first = way.removeFirst();
        int rest = (int) Math.max(1, first.bytes() - bitsLeft / 8);
        bitsLeft = 0;
        way.addFirst(new Frame(first.number(), rest, first.madeNanos()));
    }

    private List<Frame> make(SendPlan plan) {
        double fps = plan.level() == SendLevel.KEY_FRAMES
                ? 1.5
                : (double) FPS / plan.level().frameDivisor();
        frameDebt += fps / 100;
        if (frameDebt < 1) {
            return List.of();
        }
        frameDebt -= 1;
        double mean = plan.bitRate() / fps / 8;
        boolean key = plan.level() == SendLevel.KEY_FRAMES || sinceKey++ % KEY_EVERY == 0;
        double share = key && fps > 2 ? 4 : 0.9;
        double size = mean * share * (0.8 + 0.4 * random.nextDouble());
        return List.of(new Frame(made++, (int) Math.max(100, size), now));
    }
}
