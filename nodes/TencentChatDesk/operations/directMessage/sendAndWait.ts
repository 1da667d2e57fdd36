import { withoutAbsent } from '../../parameters/fields';
import { offlinePushProperty, readOfflinePush } from '../../messages/offlinePush';
import { questionElements, questionOptions, questionProperties } from '../../sendAndWait/question';
import type { SingleOperation } from '../operation';
import { limitWaitTimeOption } from '../../sendAndWait/waitTime';
import { send, toAccount, readToAccount } from './send';
import { messageNumberOptions, readSendOptions, sendOptions } from './sendOptions';

/** A message like any other, delivered by the same rules; the wait begins when it is sent. */
export const sendAndWait: SingleOperation = {
	...send,
	value: 'sendAndWait',
	name: 'Send and Wait for Response',
	action: 'Send a direct message and wait for the response',
	description: 'Ask a user, such as a colleague, and continue when they answer',
	builderHint:
		'Asks a colleague or user and pauses the workflow until the answer; the output is data.approved, data.option or data.text. Also what human review for AI tools sends.',
	properties: [toAccount, ...questionProperties('text'), offlinePushProperty],
	options: [
		...sendOptions.filter((option) => !messageNumberOptions.includes(option)),
		...questionOptions,
		limitWaitTimeOption,
	],
	waits: true,
	request: (fields, link) =>
		withoutAbsent({
			To_Account: readToAccount(fields),
			...readSendOptions(fields.collection('options', 'Options'), []),
			MsgBody: questionElements(fields, link),
			OfflinePushInfo: readOfflinePush(fields),
		}),
};
