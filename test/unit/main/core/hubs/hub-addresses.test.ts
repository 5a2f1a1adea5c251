import { describe, expect, it } from 'vitest';
import {
  baseUrlFrom,
  normalBaseUrl,
  originOf,
  originsOf,
  tokenEndpointFrom,
} from '../../../../../main/core/hubs/hub-addresses.ts';

describe('the base URL of a token endpoint', () => {
  it.each([
    ['https://hub.example/prweb/PRRestService/oauth2/v1/token', 'https://hub.example/prweb/api/ppf/v1'],
    ['https://hub.example:8443/prweb/PRRestService/oauth2/v1/token', 'https://hub.example:8443/prweb/api/ppf/v1'],
    ['https://hub.example/prweb/app/ppf/PRRestService/oauth2/v1/token', 'https://hub.example/prweb/app/ppf/api/ppf/v1'],
    ['https://hub.example/other/PRRestService/oauth2/v1/token', 'https://hub.example/other/api/ppf/v1'],
    ['https://hub.example/PRRestService/oauth2/v1/token', 'https://hub.example/api/ppf/v1'],
    ['https://hub.example/prweb/prrestservice/oauth2/v1/token?x=1', 'https://hub.example/prweb/api/ppf/v1'],
    ['https://hub.example/pega/prweb/oauth/token', 'https://hub.example/pega/prweb/api/ppf/v1'],
    ['https://hub.example/oauth/token', 'https://hub.example/prweb/api/ppf/v1'],
    ['http://127.0.0.1:8099/prweb/PRRestService/oauth2/v1/token', 'http://127.0.0.1:8099/prweb/api/ppf/v1'],
  ])('of %s is %s', (tokenEndpoint, baseUrl) => {
    expect(baseUrlFrom(tokenEndpoint)).toBe(baseUrl);
  });
});

describe('the token endpoint of a hub address', () => {
  it.each([
    'https://hub.example',
    'https://hub.example/',
    'https://HUB.example:443/prweb',
    'https://hub.example/prweb/',
    'https://hub.example/PRweb/app/ppf/abc*/!STANDARD?x=1#y',
    'https://hub.example/prweb/api/ppf/v1',
    'https://hub.example/prweb/PRRestService/oauth2/v1/token',
  ])('is the same for %s', (address) => {
    expect(tokenEndpointFrom(address)).toBe('https://hub.example/prweb/PRRestService/oauth2/v1/token');
  });

  it('keeps a path before /prweb and a port', () => {
    expect(tokenEndpointFrom('https://hub.example:8443/pega/prweb/api')).toBe(
      'https://hub.example:8443/pega/prweb/PRRestService/oauth2/v1/token',
    );
  });

  it('and the base URL lead back to each other', () => {
    const tokenEndpoint = tokenEndpointFrom('https://hub.example/pega/prweb');
    expect(tokenEndpointFrom(baseUrlFrom(tokenEndpoint))).toBe(tokenEndpoint);
  });
});

describe('a base URL', () => {
  it('is kept in one form', () => {
    expect(normalBaseUrl('HTTPS://Hub.Example:443/prweb/api/ppf/v1//?a=b#c')).toBe(
      'https://hub.example/prweb/api/ppf/v1',
    );
    expect(normalBaseUrl('https://hub.example')).toBe('https://hub.example');
  });
});

describe('the origins of a credential', () => {
  it('are host and port, each once', () => {
    expect(originOf('https://Hub.example:443/a')).toBe('https://hub.example');
    expect(originsOf('https://hub.example/token', 'https://hub.example/api')).toEqual(['https://hub.example']);
    expect(originsOf('https://login.example/token', 'https://hub.example:8443/api')).toEqual([
      'https://login.example',
      'https://hub.example:8443',
    ]);
  });
});
