declare module 'tls-sig-api-v2' {
	/** Tencent's signer: checks nothing; a missing `expire` gives an invalid signature silently. */
	export class Api {
		constructor(sdkAppId: number, secretKey: string);
		genUserSig(userId: string, expireSeconds: number): string;
	}
}
