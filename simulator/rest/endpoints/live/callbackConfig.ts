import { isCallbackUrl } from '../../../callbacks/settings';
import type { LiveCallbackConfig } from '../../../callbacks/state';
import { isStringArray } from '../../../json';
import { refuse, type Call, type Outcome, type Refusal } from '../../endpoint';
import { badParameter, liveEndpoint, response } from './room';

const maxTokenLength = 128;

const missing = (): Refusal => refuse(100301, 'the callback configuration does not exist');

function readConfig({ body }: Call): LiveCallbackConfig | Refusal {
	const { Url, CallbackCommandList } = body;
	if (!isCallbackUrl(Url)) return badParameter('Url has to begin with http:// or https://');
	if (!isStringArray(CallbackCommandList)) {
		return badParameter('CallbackCommandList has to be an Array of String');
	}
	return { url: Url, commands: CallbackCommandList };
}

/** Live > Create Webhook Configuration (T-64420). */
function create(call: Call): Outcome {
	const { callbacks } = call.state;
	const config = readConfig(call);
	if ('code' in config) return config;
	if (callbacks.live) return refuse(100300, 'the callback configuration exists; update it');
	callbacks.live = config;
	return { response: {} };
}

/** Live > Update Webhook Configuration (T-64419). */
function update(call: Call): Outcome {
	const { callbacks } = call.state;
	const config = readConfig(call);
	if ('code' in config) return config;
	if (!callbacks.live) return missing();
	callbacks.live = config;
	return { response: {} };
}

/** Live > Query Webhook Configuration (T-64418). */
function get({ state }: Call): Outcome {
	const { live } = state.callbacks;
	if (!live) return missing();
	return response({ Url: live.url, CallbackCommandList: [...live.commands] });
}

/**
 * Live > Delete Webhook Configuration (T-64421). What its page says of a configuration that does
 * not exist was not to be had; its siblings answer 100301.
 */
function remove({ state }: Call): Outcome {
	if (!state.callbacks.live) return missing();
	delete state.callbacks.live;
	return { response: {} };
}

/** Live > Set Webhook Authentication Token (T-69528): the first time, both fields are needed. */
function setToken({ body, state }: Call): Outcome {
	const { callbacks } = state;
	const { Token = callbacks.liveToken?.token } = body;
	const { IsTokenEnable = callbacks.liveToken?.enabled } = body;
	if (typeof Token !== 'string' || Token === '' || Token.length > maxTokenLength) {
		return badParameter(`Token has to be a String of 1 to ${maxTokenLength} characters`);
	}
	if (typeof IsTokenEnable !== 'boolean') return badParameter('IsTokenEnable has to be a Bool');
	callbacks.liveToken = { token: Token, enabled: IsTokenEnable };
	return { response: {} };
}

/** Live > Query Webhook Authentication Token (T-69529). */
function getToken({ state }: Call): Outcome {
	const { liveToken } = state.callbacks;
	if (!liveToken) return refuse(100302, 'the callback token does not exist');
	return response({ Token: liveToken.token, IsTokenEnable: liveToken.enabled });
}

const of = (command: string) => `live_config/${command}`;

/** The callback URL of Live, which is set through the API. */
export const callbackConfigEndpoints = [
	liveEndpoint(of('set_callback'), ['Url', 'CallbackCommandList'], create),
	liveEndpoint(of('update_callback'), ['Url', 'CallbackCommandList'], update),
	liveEndpoint(of('get_callback'), [], get),
	liveEndpoint(of('delete_callback'), [], remove),
	liveEndpoint(of('set_callback_token'), ['Token', 'IsTokenEnable'], setToken),
	liveEndpoint(of('get_callback_token'), [], getToken),
];
