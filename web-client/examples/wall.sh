#!/bin/sh
# Several cameras on a screen that no one operates: sh wall.sh https://cam.example.org front,yard
set -eu
exec chromium --kiosk --autoplay-policy=no-user-gesture-required "${1:?address of the relay}/g/${2:?names of cameras, with commas between}"
