import fastCheck from 'fast-check';

const seed = 20240521;

/** Bodies that are no callback: bytes, JSON that is no object, and objects of another command. */
export function randomBodies(count: number): Buffer[] {
	const json = (value: unknown) => Buffer.from(JSON.stringify(value));
	return fastCheck.sample(
		fastCheck.oneof(
			fastCheck.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
			fastCheck.string().map(json),
			fastCheck.array(fastCheck.jsonValue()).map(json),
			fastCheck.double().map(json),
			fastCheck
				.record({ CallbackCommand: fastCheck.string(), From_Account: fastCheck.jsonValue() })
				.map(json),
		),
		{ numRuns: count, seed: seed },
	);
}
