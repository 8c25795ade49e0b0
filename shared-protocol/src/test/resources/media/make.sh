#!/bin/sh
# Makes the fixtures of this folder anew; see README.md. Needs ffmpeg with libx264, libx265, libaom and libopus.
set -eu
cd "$(dirname "$0")"
FF="ffmpeg -nostdin -v error -y -fflags +bitexact"
SRC="-f lavfi -i testsrc2=size"

h264() { # name, size, rate, filter, options
    name=$1 size=$2 rate=$3 filter=$4
    shift 4
    $FF $SRC="$size":rate="$rate":duration=1 -vf "$filter" -c:v libx264 "$@" -frames:v 12 -bsf:v filter_units=remove_types=12 -f h264 "$name.h264"
}
h265() {
    name=$1 size=$2 rate=$3 filter=$4 params=$5
    shift 5
    $FF $SRC="$size":rate="$rate":duration=1 -vf "$filter" -c:v libx265 -x265-params "log-level=none:info=0:pools=1:frame-threads=1$params" "$@" -frames:v 12 -f hevc "$name.h265"
}
probe() {
    ffprobe -v error -f "$2" -select_streams v:0 -show_entries \
        stream=profile,level,width,height,sample_aspect_ratio,r_frame_rate,has_b_frames,pix_fmt -of default=nokey=0:noprint_wrappers=1 "$1" > "$1.probe"
    ffprobe -v error -f "$2" -select_streams v:0 -show_entries packet=flags -of csv=p=0 "$1" | sed 's/^/packet=/; s/,$//' >> "$1.probe"
    # The codec string is the one that ffmpeg's DASH writer announces.
    dir=$(mktemp -d)
    $FF -f "$2" -i "$1" -c copy -f dash "$dir/x.mpd" 2> /dev/null
    sed -n 's/.*codecs="\([^"]*\)".*/codec=\1/p' "$dir/x.mpd" >> "$1.probe"
    rm -r "$dir"
}

h264 baseline 64x48 25 null -profile:v baseline -g 6 -bf 0
h264 reordered 64x48 30000/1001 null -profile:v high -g 12 -bf 3 -x264-params b-pyramid=normal:scenecut=0
h264 cropped-sar 66x50 25 setsar=64/45 -profile:v main -g 12 -bf 0
h264 interlaced 64x64 25 null -profile:v high -g 12 -bf 0 -flags +ildct+ilme -x264-params tff=1
h264 high422-10 64x48 50 null -pix_fmt yuv422p10le -g 12 -bf 0
h264 intra-refresh 64x48 25 null -profile:v main -bf 0 -x264-params intra-refresh=1:keyint=4
h264 open-gop 64x48 25 null -profile:v main -bf 2 -x264-params open-gop=1:keyint=6:min-keyint=6:scenecut=0
h265 main 64x48 25 null "" -g 6 -bf 0
h265 reordered 64x48 30000/1001 null ":bframes=3:b-pyramid=1:keyint=12:scenecut=0:open-gop=0"
h265 cropped-sar 70x54 25 setsar=12/11 ":bframes=0:keyint=12"
h265 main10 64x48 50 null ":bframes=0:keyint=12" -pix_fmt yuv420p10le
h265 main444 64x48 25 null ":bframes=0:keyint=12" -pix_fmt yuv444p
h265 open-gop 64x48 25 null ":bframes=2:open-gop=1:keyint=6:min-keyint=6:scenecut=0"
h265 hrd-aud 64x48 25 null ":bframes=3:keyint=12:hrd=1:vbv-maxrate=500:vbv-bufsize=500:aud=1"
h265 scaling-lists 64x48 25 null ":bframes=0:keyint=12:scaling-list=default"
for f in *.h264; do probe "$f" h264; done
for f in *.h265; do probe "$f" hevc; done

record() { # name, file: the configuration record, as the container holds it, in hex
    ffprobe -v error -show_data -show_entries stream=extradata "$2" |
        sed -n 's/^[0-9a-f]\{8\}: \([0-9a-f ]\{1,40\}\) .*/\1/p' | tr -d ' \n' > "$1.hex"
    echo >> "$1.hex"
}
# These files are not kept, only what stands in front of their media.
dir=$(mktemp -d)
SOUND="-f lavfi -i sine=sample_rate"
for f in reordered cropped-sar high422-10; do
    $FF -f h264 -i "$f.h264" -c copy "$dir/$f.mp4" && record "$f.avcC" "$dir/$f.mp4"
done
for f in main cropped-sar main10 main444 hrd-aud; do
    $FF -f hevc -i "$f.h265" -c copy "$dir/$f.mp4" && record "$f.hvcC" "$dir/$f.mp4"
done
$FF $SOUND=48000:duration=0.2 -c:a aac -ac 2 "$dir/a.mp4" && record aac-48000-2.asc "$dir/a.mp4"
$FF $SOUND=22050:duration=0.2 -c:a aac -ac 1 "$dir/b.mp4" && record aac-22050-1.asc "$dir/b.mp4"
$FF $SOUND=44100:duration=0.2 -c:a aac -ac 6 "$dir/c.mp4" && record aac-44100-6.asc "$dir/c.mp4"
$FF $SOUND=48000:duration=0.2 -c:a aac -af aformat=channel_layouts=2.1 "$dir/d.mp4" && record aac-48000-3.asc "$dir/d.mp4"
$FF $SOUND=44100:duration=0.2 -c:a libopus -ac 2 "$dir/a.ogg" && record opus-2.opusHead "$dir/a.ogg"
$FF $SOUND=48000:duration=0.2 -c:a libopus -ac 6 -mapping_family 1 "$dir/b.ogg" && record opus-6.opusHead "$dir/b.ogg"
$FF $SRC=64x48:rate=25:duration=0.1 -c:v libaom-av1 -cpu-used 8 "$dir/v.mp4" && record av01.0.00M.08.av1C "$dir/v.mp4"
rm -r "$dir"
$FF $SRC=64x48:rate=25:duration=1 -c:v libx264 -profile:v baseline -bf 0 -g 6 -frames:v 6 -f h264 1.part
$FF $SRC=64x48:rate=25:duration=1 -c:v libx264 -profile:v high -bf 0 -g 6 -frames:v 6 -f h264 2.part
cat 1.part 2.part > pps-changes.h264
rm 1.part 2.part

# FLV with anything newer than H.264 needs FFmpeg 8, such as the one that the agent packs: FFMPEG8 names it.
flv() { # name, options
    name=$1
    shift
    "${FFMPEG8:-ffmpeg}" -nostdin -v error -y -fflags +bitexact "$@" \
        -flags +bitexact -flvflags no_duration_filesize+no_metadata+no_sequence_end -f flv "$name.flv"
}
TEST="-f lavfi -i testsrc2=size=64x48:rate=25:duration=1"
SINE="-f lavfi -i sine=sample_rate=48000:duration=0.5"
flv h264-aac $TEST $SINE -frames:v 12 -c:v libx264 -g 6 -bf 2 -c:a aac -b:a 16k -t 0.5
flv h265-opus $TEST $SINE -frames:v 12 -c:v libx265 -x265-params log-level=none:pools=1:frame-threads=1:bframes=2:keyint=6 \
    -c:a libopus -b:a 16k -ac 2 -t 0.5
flv av1 $TEST -frames:v 6 -c:v libaom-av1 -cpu-used 8 -g 3
flv vp9 $TEST -frames:v 6 -c:v libvpx-vp9 -g 3 -deadline realtime
flv g711 -f lavfi -i sine=sample_rate=8000:duration=0.2 -c:a pcm_alaw

# WebM as live encoders write it; the last one has its parameter sets in front of each key frame as well, as browsers record H.264.
webm() { # name, options
    name=$1
    shift
    "${FFMPEG8:-ffmpeg}" -nostdin -v error -y -f lavfi -i testsrc2=size=64x48:rate=10 -f lavfi -i sine=sample_rate=48000 -t 0.6 \
        -map 0:v -map 1:a "$@" -g 3 -c:a libopus -b:a 16k -ac 1 -fflags +bitexact -flags +bitexact -live 1 "$name"
}
webm vp8-opus.webm -c:v libvpx -b:v 50k -deadline realtime -cpu-used 8 -cluster_time_limit 200
webm vp9-opus.webm -c:v libvpx-vp9 -b:v 50k -deadline realtime -cpu-used 8 -cluster_time_limit 200
FFMPEG8=ffmpeg webm h264-opus.mkv -c:v libx264 -bf 0 -preset ultrafast -pix_fmt yuv420p -bsf:v dump_extra=freq=keyframe
