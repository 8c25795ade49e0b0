package dev.fanlight.agent.javacv;

import dev.fanlight.agent.source.FrameSize;

/** Mirrors and turns the planes of I420. Stateless. */
final class PlaneTurner {

    private PlaneTurner() {}

    /**
     * Turns a whole frame.
     *
     * @param source planes Y, Cb, Cr without gaps
     * @param stored size of the source
     * @param target gets as many bytes
     */
    static void turn(byte[] source, FrameSize stored, Orientation orientation, byte[] target) {
        int luma = stored.width() * stored.height();
        plane(source, 0, stored.width(), stored.height(), orientation, target);
        plane(source, luma, stored.width() / 2, stored.height() / 2, orientation, target);
        plane(source, luma + luma / 4, stored.width() / 2, stored.height() / 2, orientation, target);
    }

    private static void plane(
            byte[] source, int offset, int width, int height, Orientation orientation, byte[] target) {
        int first = offset;
        int right = 1;
        int down = width;
        switch (orientation.rotation()) {
            case 90 -> {
                first += height - 1;
                right = height;
                down = -1;
            }
            case 180 -> {
                first += width * height - 1;
                right = -1;
                down = -width;
            }
            case 270 -> {
                first += (width - 1) * height;
                right = -height;
                down = 1;
            }
            default -> {}
        }
        if (orientation.mirrored()) {
            first += (width - 1) * right;
            right = -right;
        }
        int from = offset;
        for (int y = 0; y < height; y++) {
            int to = first + y * down;
            for (int x = 0; x < width; x++) {
                target[to] = source[from++];
                to += right;
            }
        }
    }
}
