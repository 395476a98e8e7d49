import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Packs PNG files into an icon for Windows and one for macOS; both formats may hold PNGs as they
/// are.
///
/// Usage: `java Icons.java FOLDER NAME`, where FOLDER holds `NAME-16.png` to `NAME-512.png`.
/// Formats: Microsoft, “Icons” (ICONDIR, ICONDIRENTRY); Apple, “Icon Services” (big-endian chunks of
/// type, length and data).
final class Icons {
  private static final int[] WINDOWS = {16, 24, 32, 48, 64, 256};

  /// Size by chunk type.
  private static final Map<String, Integer> MAC = new LinkedHashMap<>();

  static {
    MAC.put("icp4", 16);
    MAC.put("icp5", 32);
    MAC.put("icp6", 64);
    MAC.put("ic07", 128);
    MAC.put("ic08", 256);
    MAC.put("ic09", 512);
  }

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    String name = args[1];
    Files.write(folder.resolve(name + ".ico"), windows(folder, name));
    Files.write(folder.resolve(name + ".icns"), mac(folder, name));
  }

  private static byte[] png(Path folder, String name, int size) throws IOException {
    return Files.readAllBytes(folder.resolve(name + "-" + size + ".png"));
  }

  private static byte[] windows(Path folder, String name) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(6 + 16 * WINDOWS.length).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) 0).putShort((short) 1).putShort((short) WINDOWS.length);
    ByteArrayOutputStream images = new ByteArrayOutputStream();
    for (int size : WINDOWS) {
      byte[] image = png(folder, name, size);
      // A size of 256 is written as 0. No palette; 1 plane of 32 bits.
      head.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0);
      head.putShort((short) 1).putShort((short) 32);
      head.putInt(image.length).putInt(head.capacity() + images.size());
      images.write(image);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(head.array());
    images.writeTo(file);
    return file.toByteArray();
  }

  private static byte[] mac(Path folder, String name) throws IOException {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(chunks);
    for (Map.Entry<String, Integer> chunk : MAC.entrySet()) {
      byte[] image = png(folder, name, chunk.getValue());
      out.writeBytes(chunk.getKey());
      out.writeInt(8 + image.length);
      out.write(image);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream whole = new DataOutputStream(file);
    whole.writeBytes("icns");
    whole.writeInt(8 + chunks.size());
    chunks.writeTo(whole);
    return file.toByteArray();
  }
}
