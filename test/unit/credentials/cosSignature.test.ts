import { getAuth } from 'cos-nodejs-sdk-v5/sdk/util';
import fc from 'fast-check';

import { signedAddress, readBucket } from '../../../credentials/cos/bucket';
import { cosSignature } from '../../../credentials/cos/signature';

const keys = fc.record({
	secretId: fc.stringMatching(/^AKID[A-Za-z0-9]{4,32}$/),
	secretKey: fc.string({ minLength: 1, maxLength: 40 }),
});
/** Names that are ordered alike before and after they are encoded: the SDK orders them both ways. */
const name = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,12}$/).map((text) => text.toLowerCase());
const values = fc.dictionary(name, fc.string({ unit: 'grapheme', maxLength: 20 }), {
	maxKeys: 5,
	noNullPrototype: true,
});
/** Headers that the SDK signs too. */
const headers = fc.dictionary(
	fc.oneof(
		fc.constantFrom('host', 'content-md5', 'content-disposition', 'range', 'x-cos-acl'),
		name.map((text) => `x-cos-meta-${text}`),
	),
	fc.string({ maxLength: 30 }),
	{ maxKeys: 5, noNullPrototype: true },
);
const path = fc
	.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), {
		minLength: 1,
		maxLength: 4,
	})
	.map((parts) => `/${parts.join('/')}`);

describe("COS's signature", () => {
	it("equals that of COS's own SDK for random keys, paths, headers and queries", () => {
		fc.assert(
			fc.property(
				keys,
				fc.constantFrom('GET', 'HEAD', 'PUT', 'POST', 'DELETE'),
				path,
				values,
				headers,
				fc.nat(),
				fc.nat({ max: 1_000_000 }),
				(own, method, pathname, query, signed, from, seconds) => {
					const time = { from, to: from + seconds };

					const ours = cosSignature(own, { method, path: pathname, query, headers: signed }, time);

					expect(ours).toBe(
						getAuth({
							SecretId: own.secretId,
							SecretKey: own.secretKey,
							KeyTime: `${time.from};${time.to}`,
							Method: method,
							Pathname: pathname,
							Query: query,
							Headers: signed,
						}),
					);
				},
			),
			{ numRuns: 1_000 },
		);
	});

	it('is put into the address of a file that others may open for a time', () => {
		const bucket = readBucket({
			secretId: 'AKIDexample',
			secretKey: 'a-key',
			bucket: 'files-1250000000',
			region: 'ap-singapore',
			folder: 'n8n',
		});

		const address = new URL(signedAddress(bucket, "n8n/it's.png", 1_700_000_000, 60));

		expect(address.origin).toBe('https://files-1250000000.cos.ap-singapore.myqcloud.com');
		expect(address.pathname).toBe('/n8n/it%27s.png');
		const query = Object.fromEntries(address.searchParams);
		expect(query['q-sign-time']).toBe('1700000000;1700000060');
		const signature = getAuth({
			SecretId: 'AKIDexample',
			SecretKey: 'a-key',
			KeyTime: '1700000000;1700000060',
			Method: 'GET',
			Pathname: "/n8n/it's.png",
			Query: {},
			Headers: {},
		});
		expect(signature).toContain(`q-signature=${query['q-signature']}`);
	});
});
