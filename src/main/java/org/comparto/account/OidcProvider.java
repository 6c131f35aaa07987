package org.comparto.account;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.comparto.mail.MailProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * The provider, as Spring Security's client speaks to it: authorization code with PKCE, state and nonce; of the ID token the signature,
 * issuer, audience, times and nonce are checked there. Its addresses are asked for when they are first needed, and again if that failed.
 */
@Component
@ConditionalOnProperty("comparto.oidc.issuer")
class OidcProvider {

  static final String CALLBACK = "/api/session/oidc/callback";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private record Known(ClientRegistration registration, OidcAuthorizationCodeAuthenticationProvider authentication) {}

  private final OidcProperties settings;
  private final MailProperties mail;
  private volatile @Nullable Known known;

  OidcProvider(OidcProperties settings, MailProperties mail) {
    this.settings = settings;
    this.mail = mail;
  }

  /**
   * Where to send the browser.
   *
   * @param here the address by which this installation was called, for where no public one is set
   */
  OAuth2AuthorizationRequest ask(OidcAttempt attempt, String here) {
    ClientRegistration registration = known().registration();
    Map<String, Object> asked = new HashMap<>(Map.of(OidcParameterNames.NONCE, Secret.sha256(attempt.nonce()),
        PkceParameterNames.CODE_CHALLENGE, Secret.sha256(attempt.verifier()), PkceParameterNames.CODE_CHALLENGE_METHOD, "S256"));
    if (!settings.acr().isEmpty()) {
      asked.put("acr_values", String.join(" ", settings.acr()));
    }
    return OAuth2AuthorizationRequest.authorizationCode().clientId(registration.getClientId())
        .authorizationUri(registration.getProviderDetails().getAuthorizationUri()).redirectUri(callback(here)).scopes(registration.getScopes())
        .state(attempt.state()).additionalParameters(asked)
        .attributes(kept -> kept.putAll(Map.of(OidcParameterNames.NONCE, attempt.nonce(), PkceParameterNames.CODE_VERIFIER, attempt.verifier())))
        .build();
  }

  /** @throws AuthenticationException if anything of what the provider answers does not hold */
  OidcUser redeem(OidcAttempt attempt, String here, String code, String state) {
    OAuth2AuthorizationResponse answered = OAuth2AuthorizationResponse.success(code).state(state).redirectUri(callback(here)).build();
    Known provider = known();
    return (OidcUser) provider.authentication().authenticate(new OAuth2LoginAuthenticationToken(provider.registration(),
        new OAuth2AuthorizationExchange(ask(attempt, here), answered))).getPrincipal();
  }

  /** Whether an answer that names who gives it (RFC 9207) names this one; null for one that names nobody. */
  boolean isIssuer(@Nullable String named) {
    return named == null || named.equals(settings.issuer());
  }

  private String callback(String here) {
    return (mail.publicAddress() == null ? here : mail.publicAddress()) + CALLBACK;
  }

  private Known known() {
    Known before = known;
    if (before != null) {
      return before;
    }
    ClientRegistration registration = ClientRegistrations.fromIssuerLocation(settings.issuer()).registrationId("oidc")
        .clientId(settings.clientId()).clientSecret(settings.clientSecret()).scope(settings.scopes()).redirectUri("{baseUrl}" + CALLBACK).build();
    Known now = new Known(registration, authentication(registration));
    known = now;
    return now;
  }

  private static OidcAuthorizationCodeAuthenticationProvider authentication(ClientRegistration registration) {
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(PATIENCE).build());
    requests.setReadTimeout(PATIENCE);
    RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(RestClient.builder().requestFactory(requests).configureMessageConverters(converters ->
        converters.registerDefaults().addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter())).build());
    OidcUserService persons = new OidcUserService();
    DefaultOAuth2UserService details = new DefaultOAuth2UserService();
    details.setRestOperations(new RestTemplate(requests));
    persons.setOauth2UserService(details);
    OidcAuthorizationCodeAuthenticationProvider provider = new OidcAuthorizationCodeAuthenticationProvider(tokens, persons);
    JwtDecoder decoder = decoder(registration, new RestTemplate(requests));
    provider.setJwtDecoderFactory(any -> decoder);
    return provider;
  }

  private static JwtDecoder decoder(ClientRegistration registration, RestTemplate requests) {
    NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(URI.create(registration.getProviderDetails().getJwkSetUri()).toString())
        .restOperations(requests).jwsAlgorithms(algorithms -> {
          algorithms.add(SignatureAlgorithm.RS256);
          algorithms.add(SignatureAlgorithm.PS256);
          algorithms.add(SignatureAlgorithm.ES256);
        }).build();
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
    return decoder;
  }
}
