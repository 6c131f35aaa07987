package org.comparto.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small OpenID provider on loopback: discovery, keys, authorization code with PKCE, signed ID tokens, user info. It keeps to the protocol
 * unless a test tells it to lie.
 */
final class IdentityProvider implements AutoCloseable {

  static final String CLIENT = "comparto-test";
  static final String SECRET = "a secret with a blank & more";

  /** What was asked for, by the code that was given for it. */
  private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
  private final HttpServer server;
  private final RSAKey key;
  private RSAKey signing;
  private Map<String, Object> person = Map.of();
  private Consumer<JWTClaimsSet.Builder> lie = claims -> { };

  IdentityProvider() throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("one").generate();
    signing = key;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, 200, Map.of("issuer", issuer(),
        "authorization_endpoint", issuer() + "/authorize", "token_endpoint", issuer() + "/token", "jwks_uri", issuer() + "/keys",
        "userinfo_endpoint", issuer() + "/person", "response_types_supported", new String[] {"code"}, "subject_types_supported", new String[] {"public"},
        "id_token_signing_alg_values_supported", new String[] {"RS256"}, "token_endpoint_auth_methods_supported", new String[] {"client_secret_basic"})));
    server.createContext("/keys", exchange -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject()));
    server.createContext("/token", this::token);
    server.createContext("/person", exchange -> json(exchange, 200, person));
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Who sits at the provider's page from now on, truthfully. */
  void person(Map<String, Object> claims) {
    person = claims;
    lie = any -> { };
    signing = key;
  }

  void lies(Consumer<JWTClaimsSet.Builder> how) {
    lie = how;
  }

  void signsWithAnotherKey() throws JOSEException {
    signing = new RSAKeyGenerator(2048).keyID("one").generate();
  }

  /** What the person's click at the provider sends back to the application: the callback with a code. @throws AssertionError without PKCE */
  URI consent(URI authorization) {
    Map<String, String> given = form(authorization.getRawQuery());
    for (String name : new String[] {"state", "nonce", "code_challenge"}) {
      if (given.getOrDefault(name, "").length() < 30) {
        throw new AssertionError(name + " is missing: " + authorization);
      }
    }
    if (!"S256".equals(given.get("code_challenge_method")) || !CLIENT.equals(given.get("client_id")) || !"code".equals(given.get("response_type"))) {
      throw new AssertionError(authorization.toString());
    }
    String code = UUID.randomUUID().toString();
    asked.put(code, given);
    return URI.create(given.get("redirect_uri") + "?code=" + code + "&state=" + given.get("state"));
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> given = asked.remove(form.getOrDefault("code", "")); // a code counts once
    String caller = new String(Base64.getDecoder().decode(exchange.getRequestHeaders().getFirst("Authorization").substring("Basic ".length())));
    String[] halves = Arrays.stream(caller.split(":")).map(half -> URLDecoder.decode(half, StandardCharsets.UTF_8)).toArray(String[]::new);
    boolean holds = given != null && Arrays.equals(halves, new String[] {CLIENT, SECRET})
        && given.get("code_challenge").equals(sha256(form.getOrDefault("code_verifier", ""))) && given.get("redirect_uri").equals(form.get("redirect_uri"));
    if (!holds) {
      json(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    json(exchange, 200, Map.of("access_token", UUID.randomUUID().toString(), "token_type", "Bearer", "expires_in", 60, "id_token", idToken(given.get("nonce"))));
  }

  private String idToken(String nonce) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(issuer()).audience(CLIENT).issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(60))).claim("nonce", nonce);
    person.forEach(claims::claim);
    lie.accept(claims);
    SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims.build());
    try {
      token.sign(new RSASSASigner(signing));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private static String sha256(String text) {
    try {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> form(String text) {
    return Arrays.stream(text.split("&")).map(pair -> pair.split("=", 2)).collect(Collectors.toMap(pair -> pair[0],
        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (a, b) -> a, LinkedHashMap::new));
  }

  private static void json(HttpExchange exchange, int status, Object content) throws IOException {
    byte[] body = JsonMapper.shared().writeValueAsBytes(content);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
