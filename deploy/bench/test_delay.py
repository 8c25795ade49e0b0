"""What the table of delays rests on: which bytes are taken for the header of a frame."""

import time
import unittest

from delaybench.marks import Marks


def header(age_ms, sequence):
    capture = time.time_ns() // 1000 - age_ms * 1000
    return b"\x01\x00\x00\x00" + sequence.to_bytes(4, "big") + capture.to_bytes(8, "big") + b"\x12\x34\x56\x78" + bytes(4)


class MarksTest(unittest.TestCase):
    def test_a_header_is_found_in_other_bytes_and_between_two_reads(self):
        marks = Marks()
        data = b"tag" + header(250, 1) + b"picture" + header(90, 2)
        marks.feed(data[:-3])
        marks.feed(data[-3:] + b"picture")
        one, other = marks.take()
        self.assertTrue(250 <= one < 5000 and 90 <= other < 5000, (one, other))
        self.assertEqual(marks.take(), [])

    def test_a_frame_counts_once_and_old_times_are_none(self):
        marks = Marks()
        marks.feed(header(10, 7) + header(10, 7) + header(100_000, 8))
        self.assertEqual(len(marks.take()), 1)


if __name__ == "__main__":
    unittest.main()
