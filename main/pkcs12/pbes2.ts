import { countOf, isUniversal, octetsOf, oidOf, sequenceOf, tags } from './asn1/values.ts';
import { schemeOf } from './ciphers/scheme.ts';
import { Pkcs12Error, malformed } from './errors.ts';
import { pbkdf2 } from './kdf/pbkdf2.ts';
import { scrypt } from './kdf/scrypt.ts';
import { schemes } from './oids.ts';
import { pbkdf2ParametersOf } from './pbkdf2-parameters.ts';
import type { Element } from './asn1/read.ts';
import type { Encryption } from './encryption-types.ts';
import type { Limits } from './limits.ts';

/**
 * PBES2-params (RFC 8018 A.4) with PBKDF2 or scrypt (RFC 7914 7). Throws `malformed`, `iterations-too-high`,
 * or `unsupported-algorithm` with the name of the derivation, the pseudorandom function or the cipher.
 */
export function pbes2Of(parameters: Element | undefined, limits: Limits): Encryption {
  const [derivation, encryption] = sequenceOf(parameters, 'PBES2-params');
  const [kdfId, kdfParameters] = sequenceOf(derivation, 'PBES2-params');
  const [schemeId, schemeParameters] = sequenceOf(encryption, 'PBES2-params');
  const kdf = oidOf(kdfId);
  const scheme = { oid: oidOf(schemeId), parameters: schemeParameters };
  if (kdf === schemes.pbkdf2) return withPbkdf2(kdfParameters, scheme, limits);
  if (kdf === schemes.scrypt) return withScrypt(kdfParameters, scheme, limits);
  throw new Pkcs12Error('unsupported-algorithm', kdf);
}

/** What openssl gives scrypt at most (SCRYPT_MAX_MEM): with more, `openssl pkcs12` does not decrypt. */
const opensslScryptBytes = 32 * 1024 * 1024;

type SchemeId = { readonly oid: string; readonly parameters: Element | undefined };

function withPbkdf2(
  parameters: Element | undefined,
  schemeId: SchemeId,
  limits: Limits,
): Encryption {
  const { salt, iterations, keyLength, prf } = pbkdf2ParametersOf(parameters, limits);
  const { cipher, iv, name, opensslName } = schemeOf(schemeId.oid, schemeId.parameters, keyLength);
  checkKeyLength(keyLength, cipher.keyLength, limits);
  return {
    facts: {
      algorithm: `PBES2 ${name}`,
      kdf: `PBKDF2-HMAC-${prf.name}`,
      iterations,
      opensslName: opensslName === null ? null : `PBES2, PBKDF2, ${opensslName}`,
      oidName: `PBES2 ${schemeId.oid}`,
    },
    takes: 'text',
    cost: iterations,
    cipher,
    derive: async (password, acceleration) => ({
      key: await pbkdf2({
        digest: prf,
        password,
        salt,
        iterations,
        length: cipher.keyLength,
        acceleration,
      }),
      iv,
    }),
  };
}

function withScrypt(
  parameters: Element | undefined,
  schemeId: SchemeId,
  limits: Limits,
): Encryption {
  const place = 'scrypt-params';
  const [saltElement, ...numbers] = sequenceOf(parameters, place);
  if (!isUniversal(saltElement, tags.octetString)) throw malformed(place);
  const salt = octetsOf(saltElement);
  const [cost = 0, blockSize = 0, parallelization = 0, length] = numbers.map((number) =>
    countOf(number, place),
  );
  checkScrypt(cost, blockSize, parallelization, limits);
  const keyLength = length ?? null;
  const { cipher, iv, name, opensslName } = schemeOf(schemeId.oid, schemeId.parameters, keyLength);
  checkKeyLength(keyLength, cipher.keyLength, limits);
  const opensslCan = 128 * blockSize * (cost + parallelization + 2) <= opensslScryptBytes;
  return {
    facts: {
      algorithm: `PBES2 ${name}`,
      kdf: `scrypt N=${cost} r=${blockSize} p=${parallelization}`,
      iterations: null,
      opensslName:
        opensslName !== null && opensslCan
          ? `PBES2, scrypt, ${opensslName}, Salt length: ${salt.length}, Cost(N): ${cost}, Block size(r): ${blockSize}, Parallelism(p): ${parallelization}`
          : null,
      oidName: `PBES2 ${schemeId.oid}`,
    },
    takes: 'text',
    cost: 0,
    cipher,
    derive: async (password, acceleration) => ({
      key: await scrypt({
        password,
        salt,
        cost,
        blockSize,
        parallelization,
        length: cipher.keyLength,
        acceleration,
      }),
      iv,
    }),
  };
}

/** The file may repeat the cipher's key length (RFC 8018 A.2); another one can't be right. */
function checkKeyLength(stated: number | null, needed: number, limits: Limits): void {
  if (stated === null) return;
  if (stated !== needed || stated > limits.maxKeyLength) throw malformed('keyLength');
}

function checkScrypt(
  cost: number,
  blockSize: number,
  parallelization: number,
  limits: Limits,
): void {
  if (cost < 2 || blockSize < 1 || parallelization < 1) throw malformed('scrypt-params');
  const mixes = cost * blockSize * parallelization;
  if (128 * cost * blockSize > limits.maxScryptBytes || mixes > limits.maxScryptMixes) {
    throw new Pkcs12Error('iterations-too-high', String(mixes));
  }
  if (!Number.isInteger(Math.log2(cost))) throw malformed('scrypt-params');
}
