import { randomInt } from 'node:crypto';

import { callbackSign } from '../../simulator/callbacks/signature';
import { demoApp } from '../../simulator/demo';

const command = 'C2C.CallbackAfterSendMsg';

/** A message of a customer as Chat tells of it, different from any other one. */
export function customerMessage(number: number): object {
	const [seq, random, time] = [number, randomInt(2 ** 32), Math.floor(Date.now() / 1000)];
	return {
		CallbackCommand: command,
		From_Account: `customer-${number}`,
		To_Account: 'administrator',
		MsgSeq: seq,
		MsgRandom: random,
		MsgTime: time,
		MsgKey: `${seq}_${random}_${time}`,
		OnlineOnlyFlag: 0,
		MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'Where is my order?' } }],
		CloudCustomData: '',
		SendMsgResult: 0,
		ErrorInfo: 'send msg succeed',
		UnreadMsgNum: 1,
		EventTime: Date.now(),
	};
}

/** The address of a callback that is sent now, signed with the token. */
export function callbackAddress(url: string, token: string): string {
	const requestTime = String(Math.floor(Date.now() / 1000));
	const query = new URLSearchParams({
		SdkAppid: String(demoApp.sdkAppId),
		CallbackCommand: command,
		contenttype: 'json',
		ClientIP: '127.0.0.1',
		OptPlatform: 'iOS',
		Sign: callbackSign(token, requestTime),
		RequestTime: requestTime,
	});
	return `${url}?${query.toString()}`;
}
