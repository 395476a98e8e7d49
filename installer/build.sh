#!/bin/sh
# Builds Shilpi for Linux into target/installer: an app image (the folder `shilpi`, which runs where it is put)
# and a .deb. jpackage cannot build for another system than its own. On Windows (--type msi, with WiX, and
# --icon assets/icon/shilpi.ico) and macOS (--type dmg, --icon assets/icon/shilpi.icns) the same two calls of jpackage
# without the --linux options should do; nobody has tried.
#
# Needs: a JDK 25 (JAVA_HOME or on the path), Maven, fakeroot, and the Debian package fonts-noto-core.
# More flags for Maven, such as -o, can be given in MAVEN_FLAGS.
set -eu
cd "$(dirname "$0")/.."

bin="${JAVA_HOME:+$JAVA_HOME/bin/}"
case "$("${bin}jpackage" --version)" in
  25*) ;;
  *) echo "jpackage of a JDK 25 is needed. Set JAVA_HOME to one." >&2; exit 1 ;;
esac
noto=/usr/share/fonts/truetype/noto
[ -f "$noto/NotoSansDevanagari-Regular.ttf" ] || { echo "Install the package fonts-noto-core." >&2; exit 1; }

# What `jdeps --list-deps` names for our jar and those in target/lib, and what it cannot see: jdk.unsupported (Unsafe,
# by Gson and JNA), jdk.charsets (reading files in other encodings than the common ones), jdk.zipfs (reading jars).
modules=java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.scripting
modules=$modules,java.sql,java.transaction.xa,java.xml,jdk.charsets,jdk.jfr,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs

# The window's process: a small heap and the collector with the smallest footprint. Workers set their own.
heap=-Xmx512m
collector=-XX:+UseSerialGC
native=--enable-native-access=ALL-UNNAMED

echo "1/5 compiling"
mvn -q ${MAVEN_FLAGS:-} package -DskipTests
version=$(unzip -p target/shilpi.jar META-INF/MANIFEST.MF | tr -d '\r' | sed -n 's/^Implementation-Version: //p')
out=target/installer
rm -rf "$out"
input=$out/input
mkdir -p "$input/fonts" "$input/legal"
cp -p target/shilpi.jar "$input"
cp -pR target/lib sample-data "$input"
cp -p LICENSE NOTICE "$input/legal"
for face in NotoSans-Regular NotoSans-Bold NotoSansDevanagari-Regular NotoSansDevanagari-Bold; do
  cp "$noto/$face.ttf" "$input/fonts"
done
cp /usr/share/doc/fonts-noto-core/copyright "$input/fonts/LICENCE.txt"

echo "2/5 app image"
# Without --strip-native-commands, jpackage's default: a worker is started with the image's own java.
"${bin}jpackage" --type app-image --dest "$out" --input "$input" \
  --name shilpi --app-version "$version" --vendor Shilpi --copyright "Copyright 2026 The Shilpi authors" \
  --description "Teaches language models your own judgement, offline" \
  --main-jar shilpi.jar --main-class org.shilpi.Main --icon assets/icon/shilpi-512.png \
  --add-modules "$modules" --jlink-options "--strip-debug --no-man-pages --no-header-files" \
  --java-options "$heap" --java-options "$collector" --java-options "$native"
image=$out/shilpi

echo "3/5 training run for the ahead-of-time cache"
app=$(cd "$image/lib/app" && pwd)
classpath=$(sed -n "s#^app.classpath=\$APPDIR#$app#p" "$image/lib/app/shilpi.cfg" | paste -sd: -)
home=$(mktemp -d)
SHILPI_HOME=$home "$image/lib/runtime/bin/java" "$heap" "$collector" "$native" -Xlog:aot*=error,cds*=error \
  -Dglass.platform=Headless -Dprism.order=sw -XX:AOTCacheOutput="$app/shilpi.aot" \
  -cp "$classpath" org.shilpi.Main > "$out/training.log" 2>&1 &
window=$!
# Long enough for the first page to be drawn on a slow machine; the cache is written when the process ends.
sleep "${SHILPI_TRAINING_SECONDS:-20}"
kill -TERM "$window"
wait "$window" || true
rm -rf "$home"
[ -s "$app/shilpi.aot" ] || { echo "The training run left no cache." >&2; exit 1; }
sed -i 's#^\[JavaOptions\]#&\njava-options=-XX:AOTCache=$APPDIR/shilpi.aot#' "$app/shilpi.cfg"

echo "4/5 package"
# Most of it is compressed already: dpkg-deb’s own choice takes ten times as long and saves little.
DPKG_DEB_COMPRESSOR_TYPE=gzip DPKG_DEB_COMPRESSOR_LEVEL=1 "${bin}jpackage" --type deb --dest "$out" --app-image "$image" \
  --name shilpi --app-version "$version" --vendor Shilpi --license-file LICENSE \
  --description "Teaches language models your own judgement, offline" \
  --resource-dir installer/linux --linux-package-deps libgtk-3-0 --linux-shortcut --linux-menu-group Office --linux-app-category science

echo "5/5 done"
rm -rf "$input"
du -sh "$image" "$out"/*.deb
