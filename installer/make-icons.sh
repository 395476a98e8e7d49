#!/bin/sh
# Makes the icon files in assets/icon from assets/icon/shilpi.svg.
# Needs rsvg-convert (Debian: librsvg2-bin) and a JDK 25.
set -eu
cd "$(dirname "$0")/.."
for size in 16 24 32 48 64 128 256 512; do
  rsvg-convert --width "$size" --height "$size" assets/icon/shilpi.svg --output "assets/icon/shilpi-$size.png"
done
"${JAVA_HOME:+$JAVA_HOME/bin/}java" installer/Icons.java assets/icon shilpi
