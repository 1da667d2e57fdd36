/** The commands of the API that the tests speak of most. */
export const SENDMSG = 'openim/sendmsg';
export const DESK_SEND = 'desk_http_svc/send_msg';
export const CONTACT_USER = 'desk_http_svc/contact_user';
export const LIVE_TEXT = 'live_engine_http_srv/send_text_msg';
export const ACCOUNT_CHECK = 'im_open_login_svc/account_check';
export const ACCOUNT_IMPORT = 'im_open_login_svc/account_import';
