import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks for the same vector tiles in the same order from PostGIS and from Comparto, and says how many it got in a second.
 *
 *   java -cp postgresql.jar TileLoad.java raw|http|edited|counts WORKLOAD CONNECTIONS SECONDS TARGET [DATABASE URL]
 *
 * raw: one SQL statement a tile with ST_AsMVT on the base tables; counts: the same for tiles that hold counts; http: the
 * application at TARGET; edited: the same while a plot and a zone change every second. The tiles hold places of plots picked by their ids, so every run and every server gets the same.
 */
public class TileLoad {

  private static final double HALF = 20037508.342789244;
  private static final int TILES = 3000;
  /** The embedded database has 60 connections, of which the application takes 12; on two cores more are no faster anyway. */
  private static final int MOST_RAW_CONNECTIONS = 32;

  private static final String FEATURES = """
      SELECT ST_AsMVT(t, '%1$s', 4096, 'geom', 'id')
      FROM (SELECT id, %2$s, ST_AsMVTGeom(geom_3857, ST_MakeEnvelope(?, ?, ?, ?, 3857)::box2d, 4096, 64) AS geom
            FROM %1$s WHERE geom_3857 && ST_MakeEnvelope(?, ?, ?, ?, 3857) AND publication_status = 'published') AS t""";
  private static final String COUNTS = """
      SELECT ST_AsMVT(t, '%1$s', 4096, 'geom')
      FROM (SELECT count(*) AS feature_count,
                   ST_AsMVTGeom(ST_SetSRID(ST_MakePoint(avg(x), avg(y)), 3857), ST_MakeEnvelope(?, ?, ?, ?, 3857)::box2d, 4096, 64) AS geom
            FROM (SELECT (ST_XMin(geom_3857) + ST_XMax(geom_3857)) / 2 AS x, (ST_YMin(geom_3857) + ST_YMax(geom_3857)) / 2 AS y
                  FROM %1$s WHERE geom_3857 && ST_MakeEnvelope(?, ?, ?, ?, 3857) AND publication_status = 'published') AS p
            GROUP BY width_bucket(x, ?, ?, 8), width_bucket(y, ?, ?, 8)) AS t""";

  record Tile(String layer, int z, int x, int y) {}

  interface Client extends AutoCloseable {
    int get(Tile tile) throws Exception;
  }

  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ROOT);
    String mode = args[0];
    int connections = Integer.parseInt(args[2]);
    int seconds = Integer.parseInt(args[3]);
    String database = args[args.length - 1];
    List<Tile> tiles = tiles(args[1], database);
    boolean http = mode.equals("http") || mode.equals("edited");
    if (http && args[1].endsWith("w")) {
      run(tiles, connections, seconds, mode, args[4], database, true);
    }
    if (mode.equals("edited")) {
      edit(database);
    }
    System.out.println(run(tiles, http ? connections : Math.min(connections, MOST_RAW_CONNECTIONS), seconds, http ? "http" : mode, args[4], database, false));
  }

  /** Changes a feature of both layers every second for as long as this program runs. */
  static void edit(String database) {
    Thread editor = new Thread(() -> {
      try (Connection connection = DriverManager.getConnection(database)) {
        for (int n = 0; true; n++) {
          for (String layer : List.of("plot", "industrial_zone")) {
            connection.createStatement().execute("UPDATE %1$s SET name = name WHERE id = (SELECT id FROM %1$s ORDER BY id LIMIT 1 OFFSET %2$d)".formatted(layer, n));
          }
          Thread.sleep(1000);
        }
      } catch (SQLException | InterruptedException e) {
        System.err.println(e);
      }
    });
    editor.setDaemon(true);
    editor.start();
  }

  /** @param once ask for each tile once instead of for some seconds: fills the cache */
  static String run(List<Tile> tiles, int connections, int seconds, String mode, String target, String database, boolean once) throws Exception {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger errors = new AtomicInteger();
    AtomicLong bytes = new AtomicLong();
    List<long[]> times = Collections.synchronizedList(new ArrayList<>());
    long warm = System.nanoTime() + (once ? 0 : 2_000_000_000L);
    long end = warm + seconds * 1_000_000_000L;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      Thread thread = new Thread(() -> {
        long[] mine = new long[200_000];
        int count = 0;
        try (Client client = mode.equals("http") ? new Http(target) : new Raw(database, mode.equals("counts"))) {
          while (true) {
            int n = next.getAndIncrement();
            long begun = System.nanoTime();
            if (once ? n >= tiles.size() : begun > end) {
              break;
            }
            int size = client.get(tiles.get(n % tiles.size()));
            long done = System.nanoTime();
            if (size < 0) {
              errors.incrementAndGet();
            } else if (begun > warm && done < end && count < mine.length) {
              mine[count++] = done - begun;
              bytes.addAndGet(size);
            }
          }
        } catch (Exception e) {
          errors.incrementAndGet();
          System.err.println(e);
        }
        times.add(Arrays.copyOf(mine, count));
      });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return all.length == 0 ? "0 0 0 0 " + errors : String.format("%.1f %.2f %.2f %.1f %d", (double) all.length / seconds, all[all.length / 2] / 1e6,
        all[(int) (all.length * 0.99)] / 1e6, bytes.get() / 1024.0 / all.length, errors.get());
  }

  /** W4: zooms 10 to 15, plots and zones; W4D: 13 to 15; W4A: plots at 5 to 12, as counts; Z10: plots at zoom 10. A "w" behind: warm. */
  static List<Tile> tiles(String workload, String database) throws SQLException {
    String name = workload.replaceAll("w$", "");
    int from = name.equals("W4") || name.equals("Z10") ? 10 : name.equals("W4D") ? 13 : 5;
    int to = name.equals("W4A") ? 12 : name.equals("Z10") ? 10 : 15;
    List<double[]> places = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(database);
        ResultSet rows = connection.createStatement().executeQuery("SELECT ST_X(c), ST_Y(c) FROM (SELECT ST_Centroid(geom_3857) AS c FROM plot"
            + " WHERE publication_status = 'published' ORDER BY md5(id::text) LIMIT " + TILES + ") AS t")) {
      while (rows.next()) {
        places.add(new double[] {rows.getDouble(1), rows.getDouble(2)});
      }
    }
    List<Tile> tiles = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      int z = from + i % (to - from + 1);
      double size = 2 * HALF / (1 << z);
      boolean zones = from > 5 && !name.equals("Z10") && i / (to - from + 1) % 2 == 1;
      tiles.add(new Tile(zones ? "industrial_zone" : "plot", z, (int) ((places.get(i)[0] + HALF) / size), (int) ((HALF - places.get(i)[1]) / size)));
    }
    Collections.shuffle(tiles, new Random(1));
    return tiles;
  }

  /** One connection to the database; statements are prepared there and answer in binary. */
  static final class Raw implements Client {
    private final Connection connection;
    private final boolean counts;
    private final java.util.Map<String, PreparedStatement> statements = new java.util.HashMap<>();

    Raw(String database, boolean counts) throws SQLException {
      connection = DriverManager.getConnection(database + (database.contains("?") ? "&" : "?") + "prepareThreshold=1");
      this.counts = counts;
    }

    @Override
    public int get(Tile tile) throws SQLException {
      PreparedStatement statement = statements.get(tile.layer());
      if (statement == null) {
        String values = tile.layer().equals("plot") ? "code, name, status, area_m2::float8" : "code, name, zone_kind";
        statement = connection.prepareStatement(String.format(counts ? COUNTS : FEATURES, tile.layer(), values));
        statements.put(tile.layer(), statement);
      }
      double size = 2 * HALF / (1 << tile.z());
      double west = tile.x() * size - HALF;
      double north = HALF - tile.y() * size;
      double margin = counts ? 0 : size / 64;
      double[] values = {west, north - size, west + size, north, west - margin, north - size - margin, west + size + margin, north + margin,
          west, west + size, north - size, north};
      for (int i = 0; i < (counts ? 12 : 8); i++) {
        statement.setDouble(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBytes(1).length;
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }

  /** One kept-alive connection to the application, and then the next. */
  static final class Http implements Client {
    private final String[] address;
    private final String end;
    private Socket socket;
    private InputStream in;

    /** @param target host:port, with +plain behind it to ask for uncompressed tiles */
    Http(String target) throws IOException {
      address = target.split("[:+]");
      connect();
      end = " HTTP/1.1\r\nHost: " + address[0] + "\r\n" + (target.endsWith("+plain") ? "" : "Accept-Encoding: gzip\r\n") + "\r\n";
    }

    private void connect() throws IOException {
      socket = new Socket(address[0], Integer.parseInt(address[1]));
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    }

    /** Servers end a connection after a number of answers and say so. */
    @Override
    public int get(Tile tile) throws IOException {
      String request = "GET /tiles/" + tile.layer() + "/" + tile.z() + "/" + tile.x() + "/" + tile.y() + end;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String status = line();
      int length = 0;
      boolean last = false;
      for (String header = line(); !header.isEmpty(); header = line()) {
        if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
          length = Integer.parseInt(header.substring(15).trim());
        }
        last |= header.equalsIgnoreCase("connection: close");
      }
      in.skipNBytes(length);
      if (last) {
        socket.close();
        connect();
      }
      return status.contains(" 200") || status.contains(" 204") ? length : -1;
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder(64);
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new IOException("the connection was closed");
        }
        if (c != '\r') {
          line.append((char) c);
        }
      }
      return line.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
