/**
 * A TLS server far away, in a process of its own: a delay line in front of a TLS end that passes
 * plain HTTP on to the simulator. Setting up TCP costs one round trip, the TLS 1.3 handshake one
 * more, and each request with its response another.
 */
import { readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

import { reportReady, serviceInput } from '../../test/harness/service';
import type { Certificate } from './certificate';
import { delayLine } from './delayLine';

/** What the service is given. */
export interface TlsInput extends Certificate {
	/** Port of the simulator on this machine. */
	behind: number;
	roundTripMs: number;
}

const host = '127.0.0.1';

async function listen(server: Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, host, 1024, resolve));
	return (server.address() as AddressInfo).port;
}

async function main(): Promise<void> {
	const { certificate, key, behind, roundTripMs } = serviceInput<TlsInput>();
	const tlsEnd = createTlsServer(
		{ cert: readFileSync(certificate), key: readFileSync(key), noDelay: true },
		(secure) => {
			const plain = connect({ port: behind, host: host, noDelay: true });
			secure.pipe(plain).pipe(secure);
			secure.on('error', () => plain.destroy());
			plain.on('error', () => secure.destroy());
		},
	);
	// A client that goes away in the middle is its own affair.
	tlsEnd.on('tlsClientError', () => undefined);
	const tlsPort = await listen(tlsEnd);

	const oneWay = roundTripMs / 2;
	const line = createServer({ noDelay: true }, (near) => {
		const far = connect({ port: tlsPort, host: host, noDelay: true });
		// The loopback connected at once: the first bytes make up for the round trip of TCP.
		delayLine(near, far, (piece) => (piece === 0 ? roundTripMs + oneWay : oneWay));
		delayLine(far, near, () => oneWay);
	});
	const port = await listen(line);
	reportReady({ url: `https://localhost:${port}` });
}

void main();
