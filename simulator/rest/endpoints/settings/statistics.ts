import type { JsonObject } from '../../../json';
import { command, texts, textsOf } from '../../bodyRules';
import type { Call, Endpoint } from '../../endpoint';

const days = 30;
const dayMs = 86_400_000;

const dateOf = (time: number) => new Date(time).toISOString().slice(0, 10).replaceAll('-', '');

/** The figures of one day; every value is a String. */
function figures({ state, now }: Call, daysAgo: number): JsonObject {
	const { accounts, groups } = state.world;
	const texted = (value: number) => String(value);
	return {
		AppName: 'Demo',
		AppId: texted(state.app.sdkAppId),
		Company: 'Example',
		ActiveUserNum: texted(accounts.size),
		RegistUserNumOneDay: '0',
		RegistUserNumTotal: texted(accounts.size),
		LoginTimes: '40',
		LoginUserNum: texted(accounts.size),
		UpMsgNum: '120',
		DownMsgNum: '480',
		SendMsgUserNum: '10',
		C2CUpMsgNum: '70',
		C2CDownMsgNum: '70',
		C2CSendMsgUserNum: '8',
		MaxOnlineNum: '12',
		GroupUpMsgNum: '50',
		GroupDownMsgNum: '410',
		GroupSendMsgUserNum: '5',
		GroupAllGroupNum: texted(groups.size),
		CallBackReq: '0',
		CallBackRsp: '0',
		Date: dateOf(now - daysAgo * dayMs),
	};
}

/** Getting the Figures of an App (1047/34886): 30 days, the newest first, Date always with them. */
export const getAppInfo: Endpoint = command({
	path: 'openconfigsvr/getappinfo',
	badBody: 130001,
	rules: { 'RequestField?': texts(100) },
	handle(call) {
		const { RequestField } = call.body;
		const wanted = RequestField === undefined ? undefined : [...textsOf(RequestField), 'Date'];
		return {
			response: {
				ErrorInfo: 'OK',
				Result: Array.from({ length: days }, (_day, index) =>
					Object.fromEntries(
						Object.entries(figures(call, index + 1)).filter(
							([name]) => wanted?.includes(name) ?? true,
						),
					),
				),
			},
		};
	},
});
