// Generated from the API's own schemas by "npm run api-types". Do not edit.

export interface paths {
    "/api/v1/auth/sign-up/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an account, and mail a code to its address
         * @description Signing in waits for the code. The answer is the same whether or not somebody has this address.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 1 to 100 characters. */
                        name: string;
                        email: string;
                        /** @description 10 to 128 characters. */
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. malformed: This is not what is expected here. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:malformed";
                            /** @enum {unknown} */
                            status?: 400;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. insufficient-scope: This key is not for that. not-allowed: You may not do this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:insufficient-scope" | "urn:telloom:problem:not-allowed";
                            /** @enum {unknown} */
                            status?: 403;
                        };
                    };
                };
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                /** @description Why the sign-in service does not do it. invalid: Something in what was sent is not right. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:invalid";
                            /** @enum {unknown} */
                            status?: 422;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. too-many: Too many tries. Wait a minute. */
                429: {
                    headers: {
                        /** @description So many seconds to wait. */
                        "Retry-After"?: number;
                        /** @description So many requests within 10 seconds. */
                        "RateLimit-Limit"?: number;
                        /** @description So many of them are left. */
                        "RateLimit-Remaining"?: number;
                        /** @description So many seconds until all of them are there again. */
                        "RateLimit-Reset"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:too-many";
                            /** @enum {unknown} */
                            status?: 429;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                    };
                };
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-in/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a password
         * @description Sets the cookie of the session. 403 EMAIL_NOT_VERIFIED until the code was given.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. malformed: This is not what is expected here. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:malformed";
                            /** @enum {unknown} */
                            status?: 400;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. insufficient-scope: This key is not for that. not-allowed: You may not do this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:insufficient-scope" | "urn:telloom:problem:not-allowed";
                            /** @enum {unknown} */
                            status?: 403;
                        };
                    };
                };
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                /** @description Why the sign-in service does not do it. invalid: Something in what was sent is not right. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:invalid";
                            /** @enum {unknown} */
                            status?: 422;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. too-many: Too many tries. Wait a minute. */
                429: {
                    headers: {
                        /** @description So many seconds to wait. */
                        "Retry-After"?: number;
                        /** @description So many requests within 10 seconds. */
                        "RateLimit-Limit"?: number;
                        /** @description So many of them are left. */
                        "RateLimit-Remaining"?: number;
                        /** @description So many seconds until all of them are there again. */
                        "RateLimit-Reset"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:too-many";
                            /** @enum {unknown} */
                            status?: 429;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                    };
                };
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-in/email-otp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a mailed code
         * @description Sets the cookie of the session, and confirms the address.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        /** @description The six digits of the mail. */
                        otp: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. malformed: This is not what is expected here. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:malformed";
                            /** @enum {unknown} */
                            status?: 400;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. insufficient-scope: This key is not for that. not-allowed: You may not do this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:insufficient-scope" | "urn:telloom:problem:not-allowed";
                            /** @enum {unknown} */
                            status?: 403;
                        };
                    };
                };
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                /** @description Why the sign-in service does not do it. invalid: Something in what was sent is not right. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:invalid";
                            /** @enum {unknown} */
                            status?: 422;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. too-many: Too many tries. Wait a minute. */
                429: {
                    headers: {
                        /** @description So many seconds to wait. */
                        "Retry-After"?: number;
                        /** @description So many requests within 10 seconds. */
                        "RateLimit-Limit"?: number;
                        /** @description So many of them are left. */
                        "RateLimit-Remaining"?: number;
                        /** @description So many seconds until all of them are there again. */
                        "RateLimit-Reset"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:too-many";
                            /** @enum {unknown} */
                            status?: 429;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                    };
                };
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the session of this device
         * @description Without one, too.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. malformed: This is not what is expected here. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:malformed";
                            /** @enum {unknown} */
                            status?: 400;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. insufficient-scope: This key is not for that. not-allowed: You may not do this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:insufficient-scope" | "urn:telloom:problem:not-allowed";
                            /** @enum {unknown} */
                            status?: 403;
                        };
                    };
                };
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                /** @description Why the sign-in service does not do it. invalid: Something in what was sent is not right. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:invalid";
                            /** @enum {unknown} */
                            status?: 422;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. too-many: Too many tries. Wait a minute. */
                429: {
                    headers: {
                        /** @description So many seconds to wait. */
                        "Retry-After"?: number;
                        /** @description So many requests within 10 seconds. */
                        "RateLimit-Limit"?: number;
                        /** @description So many of them are left. */
                        "RateLimit-Remaining"?: number;
                        /** @description So many seconds until all of them are there again. */
                        "RateLimit-Reset"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:too-many";
                            /** @enum {unknown} */
                            status?: 429;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                    };
                };
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email-otp/send-verification-otp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail a code: for an address, for signing in, or for a new password
         * @description It works for ten minutes and three tries. The answer is the same whether or not somebody has this address.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        /** @enum {unknown} */
                        type: "email-verification" | "sign-in" | "forget-password";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. malformed: This is not what is expected here. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:malformed";
                            /** @enum {unknown} */
                            status?: 400;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. insufficient-scope: This key is not for that. not-allowed: You may not do this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:insufficient-scope" | "urn:telloom:problem:not-allowed";
                            /** @enum {unknown} */
                            status?: 403;
                        };
                    };
                };
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                /** @description Why the sign-in service does not do it. invalid: Something in what was sent is not right. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:invalid";
                            /** @enum {unknown} */
                            status?: 422;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. too-many: Too many tries. Wait a minute. */
                429: {
                    headers: {
                        /** @description So many seconds to wait. */
                        "Retry-After"?: number;
                        /** @description So many requests within 10 seconds. */
                        "RateLimit-Limit"?: number;
                        /** @description So many of them are left. */
                        "RateLimit-Remaining"?: number;
                        /** @description So many seconds until all of them are there again. */
                        "RateLimit-Reset"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:too-many";
                            /** @enum {unknown} */
                            status?: 429;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                    };
                };
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email-otp/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm one’s address with the mailed code, and sign in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        /** @description The six digits of the mail. */
                        otp: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. malformed: This is not what is expected here. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:malformed";
                            /** @enum {unknown} */
                            status?: 400;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. insufficient-scope: This key is not for that. not-allowed: You may not do this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:insufficient-scope" | "urn:telloom:problem:not-allowed";
                            /** @enum {unknown} */
                            status?: 403;
                        };
                    };
                };
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                /** @description Why the sign-in service does not do it. invalid: Something in what was sent is not right. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:invalid";
                            /** @enum {unknown} */
                            status?: 422;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. too-many: Too many tries. Wait a minute. */
                429: {
                    headers: {
                        /** @description So many seconds to wait. */
                        "Retry-After"?: number;
                        /** @description So many requests within 10 seconds. */
                        "RateLimit-Limit"?: number;
                        /** @description So many of them are left. */
                        "RateLimit-Remaining"?: number;
                        /** @description So many seconds until all of them are there again. */
                        "RateLimit-Reset"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:too-many";
                            /** @enum {unknown} */
                            status?: 429;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                    };
                };
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email-otp/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password with a mailed code
         * @description Signs every device out.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        /** @description The six digits of the mail. */
                        otp: string;
                        /** @description 10 to 128 characters. */
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. malformed: This is not what is expected here. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:malformed";
                            /** @enum {unknown} */
                            status?: 400;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. insufficient-scope: This key is not for that. not-allowed: You may not do this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:insufficient-scope" | "urn:telloom:problem:not-allowed";
                            /** @enum {unknown} */
                            status?: 403;
                        };
                    };
                };
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                /** @description Why the sign-in service does not do it. invalid: Something in what was sent is not right. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:invalid";
                            /** @enum {unknown} */
                            status?: 422;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. too-many: Too many tries. Wait a minute. */
                429: {
                    headers: {
                        /** @description So many seconds to wait. */
                        "Retry-After"?: number;
                        /** @description So many requests within 10 seconds. */
                        "RateLimit-Limit"?: number;
                        /** @description So many of them are left. */
                        "RateLimit-Remaining"?: number;
                        /** @description So many seconds until all of them are there again. */
                        "RateLimit-Reset"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:too-many";
                            /** @enum {unknown} */
                            status?: 429;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                    };
                };
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email-otp/request-email-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail a code to another address that is to become one’s own
         * @description The answer is the same whether or not somebody has this address.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        newEmail: string;
                        /** @description The one of today. */
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. malformed: This is not what is expected here. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:malformed";
                            /** @enum {unknown} */
                            status?: 400;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. unauthenticated: Sign in to go on. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:unauthenticated";
                            /** @enum {unknown} */
                            status?: 401;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. insufficient-scope: This key is not for that. not-allowed: You may not do this. not-keeper: You do not look after these stories, or no longer. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:insufficient-scope" | "urn:telloom:problem:not-allowed" | "urn:telloom:problem:not-keeper";
                            /** @enum {unknown} */
                            status?: 403;
                        };
                    };
                };
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                /** @description Why the sign-in service does not do it. invalid: Something in what was sent is not right. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:invalid";
                            /** @enum {unknown} */
                            status?: 422;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. too-many: Too many tries. Wait a minute. */
                429: {
                    headers: {
                        /** @description So many seconds to wait. */
                        "Retry-After"?: number;
                        /** @description So many requests within 10 seconds. */
                        "RateLimit-Limit"?: number;
                        /** @description So many of them are left. */
                        "RateLimit-Remaining"?: number;
                        /** @description So many seconds until all of them are there again. */
                        "RateLimit-Reset"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:too-many";
                            /** @enum {unknown} */
                            status?: 429;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                    };
                };
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email-otp/change-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change one’s address, with the code that was mailed there */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        newEmail: string;
                        /** @description The six digits of the mail. */
                        otp: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. malformed: This is not what is expected here. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:malformed";
                            /** @enum {unknown} */
                            status?: 400;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. unauthenticated: Sign in to go on. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:unauthenticated";
                            /** @enum {unknown} */
                            status?: 401;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. insufficient-scope: This key is not for that. not-allowed: You may not do this. not-keeper: You do not look after these stories, or no longer. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:insufficient-scope" | "urn:telloom:problem:not-allowed" | "urn:telloom:problem:not-keeper";
                            /** @enum {unknown} */
                            status?: 403;
                        };
                    };
                };
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                /** @description Why the sign-in service does not do it. invalid: Something in what was sent is not right. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:invalid";
                            /** @enum {unknown} */
                            status?: 422;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. too-many: Too many tries. Wait a minute. */
                429: {
                    headers: {
                        /** @description So many seconds to wait. */
                        "Retry-After"?: number;
                        /** @description So many requests within 10 seconds. */
                        "RateLimit-Limit"?: number;
                        /** @description So many of them are left. */
                        "RateLimit-Remaining"?: number;
                        /** @description So many seconds until all of them are there again. */
                        "RateLimit-Reset"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:too-many";
                            /** @enum {unknown} */
                            status?: 429;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                    };
                };
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one’s password
         * @description Signs every other device out.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        currentPassword: string;
                        /** @description 10 to 128 characters. */
                        newPassword: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. malformed: This is not what is expected here. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:malformed";
                            /** @enum {unknown} */
                            status?: 400;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. unauthenticated: Sign in to go on. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:unauthenticated";
                            /** @enum {unknown} */
                            status?: 401;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. insufficient-scope: This key is not for that. not-allowed: You may not do this. not-keeper: You do not look after these stories, or no longer. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:insufficient-scope" | "urn:telloom:problem:not-allowed" | "urn:telloom:problem:not-keeper";
                            /** @enum {unknown} */
                            status?: 403;
                        };
                    };
                };
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                /** @description Why the sign-in service does not do it. invalid: Something in what was sent is not right. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:invalid";
                            /** @enum {unknown} */
                            status?: 422;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. too-many: Too many tries. Wait a minute. */
                429: {
                    headers: {
                        /** @description So many seconds to wait. */
                        "Retry-After"?: number;
                        /** @description So many requests within 10 seconds. */
                        "RateLimit-Limit"?: number;
                        /** @description So many of them are left. */
                        "RateLimit-Remaining"?: number;
                        /** @description So many seconds until all of them are there again. */
                        "RateLimit-Reset"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:too-many";
                            /** @enum {unknown} */
                            status?: 429;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                    };
                };
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkey/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to sign in with a passkey
         * @description Whose it is the passkey says; nothing is asked about anybody.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description PublicKeyCredentialCreationOptionsJSON or …RequestOptionsJSON of https://www.w3.org/TR/webauthn-3/. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            challenge: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                403: components["responses"]["insufficient-scope.not-allowed.passkeys-elsewhere"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkey/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        credential: {
                            id: string;
                            rawId: string;
                            /** @enum {string} */
                            type: "public-key";
                            response: {
                                clientDataJSON: string;
                                authenticatorData: string;
                                signature: string;
                            } & {
                                [key: string]: unknown;
                            };
                            clientExtensionResults: {
                                [key: string]: unknown;
                            };
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["passkey-refused"];
                403: components["responses"]["insufficient-scope.not-allowed.passkeys-elsewhere"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s passkeys */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Passkey"][];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        /** Add the passkey that was begun */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        credential: {
                            id: string;
                            rawId: string;
                            /** @enum {string} */
                            type: "public-key";
                            response: {
                                clientDataJSON: string;
                                attestationObject: string;
                                transports?: string[];
                            } & {
                                [key: string]: unknown;
                            };
                            clientExtensionResults: {
                                [key: string]: unknown;
                            };
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            createdAt: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            lastUsedAt: string | null;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["passkey-refused.unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper.passkeys-elsewhere.sign-in-again"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to add a passkey
         * @description Within an hour of signing in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description PublicKeyCredentialCreationOptionsJSON or …RequestOptionsJSON of https://www.w3.org/TR/webauthn-3/. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            challenge: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper.passkeys-elsewhere.sign-in-again"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a passkey away */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        /** Name a passkey */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            createdAt: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            lastUsedAt: string | null;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        trace?: never;
    };
    "/api/v1/auth/providers/{id}/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to sign in through another service
         * @description By OpenID Connect, with PKCE. The service sends the person back to /auth/callback/{id}. 503 PROVIDER_AWAY where it does not answer.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        to?: string;
                        /** @description Whoever is signed in, within the hour, will sign in through this service too. */
                        link?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Of the service: send the person there. */
                            url: string;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                /** @description Why the sign-in service does not do it. insufficient-scope: This key is not for that. not-allowed: You may not do this. not-keeper: You do not look after these stories, or no longer. sign-in-again: Sign in once more first. This is asked an hour after signing in. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:insufficient-scope" | "urn:telloom:problem:not-allowed" | "urn:telloom:problem:not-keeper" | "urn:telloom:problem:sign-in-again";
                            /** @enum {unknown} */
                            status?: 403;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. not-found: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:not-found";
                            /** @enum {unknown} */
                            status?: 404;
                        };
                    };
                };
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                /** @description Why the sign-in service does not do it. too-many: Too many tries. Wait a minute. */
                429: {
                    headers: {
                        /** @description So many seconds to wait. */
                        "Retry-After"?: number;
                        /** @description So many requests within 10 seconds. */
                        "RateLimit-Limit"?: number;
                        /** @description So many of them are left. */
                        "RateLimit-Remaining"?: number;
                        /** @description So many seconds until all of them are there again. */
                        "RateLimit-Reset"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:too-many";
                            /** @enum {unknown} */
                            status?: 429;
                        };
                    };
                };
                /** @description Why the sign-in service does not do it. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            message: string;
                        };
                    };
                };
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/callback/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Come back from another service
         * @description For browsers. Goes on to the page that was asked for; or, where it failed, to the sign-in page or the account page with ?error=.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                302: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sign-in-services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Other services that one signs in through */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                provider: string;
                                /** @description null: this Telloom offers it no longer. */
                                name: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                createdAt: string;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sign-in-services/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign in through this service no longer */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            fullName: string | null;
                            firstName: string | null;
                            lastName: string | null;
                            username: string | null;
                            avatarUrl: string | null;
                            email: string | null;
                            emailConfirmed: boolean;
                            /**
                             * Format: uuid
                             * @description Whose stories are told: one’s own, or actingFor.
                             */
                            sharerId: string | null;
                            isAdmin: boolean;
                            followsCount: number;
                            /** @description How many storytellers the caller looks after. */
                            keepsCount: number;
                            actingFor: {
                                /** Format: uuid */
                                id: string;
                                name: string | null;
                                avatarUrl: string | null;
                            } | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            leavesAt: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change one’s name */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        firstName?: string;
                        lastName?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            fullName: string | null;
                            firstName: string | null;
                            lastName: string | null;
                            username: string | null;
                            avatarUrl: string | null;
                            email: string | null;
                            emailConfirmed: boolean;
                            /**
                             * Format: uuid
                             * @description Whose stories are told: one’s own, or actingFor.
                             */
                            sharerId: string | null;
                            isAdmin: boolean;
                            followsCount: number;
                            /** @description How many storytellers the caller looks after. */
                            keepsCount: number;
                            actingFor: {
                                /** Format: uuid */
                                id: string;
                                name: string | null;
                                avatarUrl: string | null;
                            } | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            leavesAt: string | null;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Devices one is signed in on */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                createdAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                lastUsedAt: string;
                                userAgent: string | null;
                                ipAddress: string | null;
                                current: boolean;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign a device out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s keys for scripts */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ApiKey"][];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        /**
         * Make a key for one’s scripts, which is shown this once
         * @description Within an hour of signing in, 20 keys at most. Send it as “Authorization: Bearer tlm_…”.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @description read: see what the person sees; every key may. write: change what they may change. admin: act as an admin, for whoever is one. */
                        scopes: ("read" | "write" | "admin")[];
                        /**
                         * Format: date-time
                         * @description ISO 8601
                         */
                        expiresAt?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiKey"] & {
                            /** @description The key itself, this once. */
                            key: string;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper.sign-in-again"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.too-many-keys.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a key at once */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/leaving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Ask that one’s account and all that is one’s own be deleted in 14 days
         * @description Until then everything is as it was. Asking again changes nothing.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            leavesAt: string;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        post?: never;
        /** Keep one’s account after all */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a setup link still makes the first admin */
        get: {
            parameters: {
                query: {
                    token: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            open: boolean;
                        };
                    };
                };
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        /** Make the first admin, once, and sign in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                        name: string;
                        /** Format: email */
                        email: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                403: components["responses"]["insufficient-scope.not-allowed"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one told of oneself */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            username: string | null;
                            phone: string | null;
                            addressStreet: string | null;
                            addressUnit: string | null;
                            addressCity: string | null;
                            addressState: string | null;
                            addressZipcode: string | null;
                            executorFirstName: string | null;
                            executorLastName: string | null;
                            executorRelation: string | null;
                            executorPhone: string | null;
                            executorEmail: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what one told of oneself
         * @description 409: somebody else has that username.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 3 to 30 small letters, digits, dots, hyphens or underscores. */
                        username?: string | null;
                        phone?: string | null;
                        addressStreet?: string | null;
                        addressUnit?: string | null;
                        addressCity?: string | null;
                        addressState?: string | null;
                        addressZipcode?: string | null;
                        executorFirstName?: string | null;
                        executorLastName?: string | null;
                        executorRelation?: string | null;
                        executorPhone?: string | null;
                        executorEmail?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            username: string | null;
                            phone: string | null;
                            addressStreet: string | null;
                            addressUnit: string | null;
                            addressCity: string | null;
                            addressState: string | null;
                            addressZipcode: string | null;
                            executorFirstName: string | null;
                            executorLastName: string | null;
                            executorRelation: string | null;
                            executorPhone: string | null;
                            executorEmail: string | null;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        trace?: never;
    };
    "/api/v1/me/sharer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Become a storyteller
         * @description 201 the first time, 200 with the same id after that.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            sharerId: string;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            sharerId: string;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/favorite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a topic a favourite */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        /** Make a topic a favourite no longer */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a topic on the list of those to tell next, at its end */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        /** Take a topic off the list of those to tell next */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All topics that ask something */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                description: string | null;
                                theme: string | null;
                                /** @description How many questions it has. */
                                questions: number;
                                /** @description How many of them the caller's own stories answer. */
                                told: number;
                                /** @description Whether it is a favourite of whoever tells. */
                                favorite: boolean;
                                /**
                                 * Format: date-time
                                 * @description Since when it is on the list of topics to tell next; the earliest comes first.
                                 */
                                queuedAt: string | null;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A topic and its questions, in the order to tell them */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            description: string | null;
                            theme: string | null;
                            questions: {
                                /** Format: uuid */
                                id: string;
                                text: string;
                                isContextEstablishing: boolean;
                                isObjectPrompt: boolean;
                                /** Format: uuid */
                                responseId: string | null;
                                videoStatus: ("WAITING" | "ASSET_CREATED" | "PREPARING" | "READY" | "ERRORED") | null;
                            }[];
                            /** @description How many of them the caller's own stories answer. */
                            told: number;
                            /** @description Whether it is a favourite of whoever tells. */
                            favorite: boolean;
                            /**
                             * Format: date-time
                             * @description Since when it is on the list of topics to tell next; the earliest comes first.
                             */
                            queuedAt: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topic-videos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Topics summed up by those whom the caller manages or listens to, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before. */
                    cursor?: string;
                    topicId?: string;
                    sharerId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                topicId: string | null;
                                topicTitle: string | null;
                                title: string | null;
                                description: string | null;
                                summary: string | null;
                                sharer: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string | null;
                                    avatarUrl: string | null;
                                };
                                /** @enum {unknown} */
                                status: "WAITING" | "ASSET_CREATED" | "PREPARING" | "READY" | "ERRORED";
                                /** @description 0 to 1 while PREPARING. */
                                progress: number | null;
                                errorMessage: string | null;
                                /** @description Seconds. */
                                duration: number | null;
                                hasPicture: boolean | null;
                                /** @description A signed address of the picture. */
                                poster: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                createdAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                dateRecorded: string | null;
                                canManage: boolean;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        /**
         * Keep a recording as the video that sums a topic up
         * @description There is one for each topic: in a former one it takes the place of the recording, which stays among the earlier ones. A new one draws on all stories of the topic.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        topicId: string;
                        /** Format: uuid */
                        videoId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topic-videos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A topic summed up, with its recording and the stories it draws on */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            topicId: string | null;
                            topicTitle: string | null;
                            title: string | null;
                            description: string | null;
                            summary: string | null;
                            sharer: {
                                /** Format: uuid */
                                id: string;
                                name: string | null;
                                avatarUrl: string | null;
                            };
                            /** @enum {unknown} */
                            status: "WAITING" | "ASSET_CREATED" | "PREPARING" | "READY" | "ERRORED";
                            /** @description 0 to 1 while PREPARING. */
                            progress: number | null;
                            errorMessage: string | null;
                            /** @description Seconds. */
                            duration: number | null;
                            hasPicture: boolean | null;
                            /** @description A signed address of the picture. */
                            poster: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            createdAt: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            dateRecorded: string | null;
                            canManage: boolean;
                            /** @description No person has written or changed the summary. */
                            summaryByMachine: boolean;
                            /** @description Sentences of the summary, and where in the recording they come from. */
                            summaryLinks: {
                                text: string;
                                /** @description Seconds. */
                                start: number;
                            }[];
                            video: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                promptId: string | null;
                                /** @enum {unknown} */
                                status: "WAITING" | "ASSET_CREATED" | "PREPARING" | "READY" | "ERRORED";
                                /** @description 0 to 1 while PREPARING. */
                                progress: number | null;
                                errorMessage: string | null;
                                /** @description Seconds. */
                                duration: number | null;
                                aspectRatio: string | null;
                                hasPicture: boolean | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                dateRecorded: string | null;
                                playback: {
                                    hls: string | null;
                                    /** @description A file to play where there is no HLS. */
                                    file: string | null;
                                    poster: string | null;
                                    /** @description WebVTT */
                                    captions: string | null;
                                    /** @description WebVTT of pictures along the time. */
                                    storyboard: string | null;
                                    /** @description A file to keep. */
                                    download: string | null;
                                    /** @description The recording as it came, for its managers. */
                                    original: string | null;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601
                                     */
                                    expiresAt: string;
                                } | null;
                                transcript: {
                                    text: string;
                                    language: string | null;
                                    source: string | null;
                                    /** @description A person says that it is right. */
                                    isChecked: boolean;
                                    cues: {
                                        start: number;
                                        end: number;
                                        text: string;
                                    }[];
                                } | null;
                                /** @description A transcript is on its way. */
                                transcriptPending: boolean;
                            } | null;
                            /** @description What it draws on, as far as the caller may watch. */
                            stories: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                videoId: string | null;
                                /** Format: uuid */
                                promptId: string | null;
                                question: string | null;
                                /** Format: uuid */
                                topicId: string | null;
                                topicTitle: string | null;
                                sharer: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string | null;
                                    avatarUrl: string | null;
                                };
                                /**
                                 * @description Only me; everyone I invited; people I choose.
                                 * @enum {unknown}
                                 */
                                privacyLevel: "Private" | "Public" | "Custom";
                                summary: string | null;
                                responseNotes: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                createdAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                dateRecorded: string | null;
                                /** @description Seconds. */
                                duration: number | null;
                                videoStatus: ("WAITING" | "ASSET_CREATED" | "PREPARING" | "READY" | "ERRORED") | null;
                                progress: number | null;
                                errorMessage: string | null;
                                hasPicture: boolean | null;
                                /** @description A signed address of the picture. */
                                poster: string | null;
                                /** @description Whether the caller has watched it. */
                                seen: boolean;
                                canManage: boolean;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        /** Delete a topic video and its recordings, earlier ones too */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        /** Change the words of a topic video, or what it draws on */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title?: string | null;
                        description?: string | null;
                        summary?: string | null;
                        /** @description All the stories it draws on. */
                        storyIds?: string[];
                    };
                };
            };
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        trace?: never;
    };
    "/api/v1/topic-videos/{id}/tellings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a topic video showed before, newest first, for its managers */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                videoId: string;
                                /** @enum {unknown} */
                                status: "WAITING" | "ASSET_CREATED" | "PREPARING" | "READY" | "ERRORED";
                                /** @description Seconds. */
                                duration: number | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                dateRecorded: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                replacedAt: string;
                                /** @description A part of a longer recording. */
                                isTrimmed: boolean;
                                /** @description A signed address of the picture. */
                                poster: string | null;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topic-videos/{id}/recording": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Show another recording in a topic video: one of the same question, or one that it showed before
         * @description The one that it showed stays among the earlier ones. All else stays as it is.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        videoId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topic-videos/{id}/trim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which part of its recording a topic video shows, for its managers
         * @description `waiting` is a part that was asked for and that will be shown when it is READY.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Seconds of the whole. */
                            start: number;
                            /** @description Seconds of the whole; a second after start at least. */
                            end: number;
                            whole: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                promptId: string | null;
                                /** @enum {unknown} */
                                status: "WAITING" | "ASSET_CREATED" | "PREPARING" | "READY" | "ERRORED";
                                /** @description 0 to 1 while PREPARING. */
                                progress: number | null;
                                errorMessage: string | null;
                                /** @description Seconds. */
                                duration: number | null;
                                aspectRatio: string | null;
                                hasPicture: boolean | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                dateRecorded: string | null;
                                playback: {
                                    hls: string | null;
                                    /** @description A file to play where there is no HLS. */
                                    file: string | null;
                                    poster: string | null;
                                    /** @description WebVTT */
                                    captions: string | null;
                                    /** @description WebVTT of pictures along the time. */
                                    storyboard: string | null;
                                    /** @description A file to keep. */
                                    download: string | null;
                                    /** @description The recording as it came, for its managers. */
                                    original: string | null;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601
                                     */
                                    expiresAt: string;
                                } | null;
                                transcript: {
                                    text: string;
                                    language: string | null;
                                    source: string | null;
                                    /** @description A person says that it is right. */
                                    isChecked: boolean;
                                    cues: {
                                        start: number;
                                        end: number;
                                        text: string;
                                    }[];
                                } | null;
                                /** @description A transcript is on its way. */
                                transcriptPending: boolean;
                            };
                            waiting: {
                                /** @description Seconds of the whole. */
                                start: number;
                                /** @description Seconds of the whole; a second after start at least. */
                                end: number;
                                /** Format: uuid */
                                videoId: string;
                                /** @enum {unknown} */
                                status: "WAITING" | "ASSET_CREATED" | "PREPARING" | "READY" | "ERRORED";
                                /** @description 0 to 1 while PREPARING. */
                                progress: number | null;
                                errorMessage: string | null;
                            } | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        /**
         * Cut the recording of a topic video, to these seconds of its whole
         * @description A part is made, which is shown as soon as it is READY; what was shown becomes an earlier telling. The original is not touched. Another choice before that takes the place of this one, the same again gives the same, and all of it brings back the whole at once.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Seconds of the whole. */
                        start: number;
                        /** @description Seconds of the whole; a second after start at least. */
                        end: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            videoId: string;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper.subscription-ended"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The next question to answer
         * @description The first unanswered one of a topic that is begun, then of the topics in their order. After the last it begins again.
         */
        get: {
            parameters: {
                query?: {
                    topicId?: string;
                    /** @description Skip up to this question: “Not this one”. */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            prompt: {
                                /** Format: uuid */
                                id: string;
                                text: string;
                                isObjectPrompt: boolean;
                                /** Format: uuid */
                                topicId: string | null;
                                topicTitle: string | null;
                                /** @description Its place in the topic, from 1. */
                                number: number;
                                /** @description How many questions the topic has. */
                                of: number;
                                /** Format: uuid */
                                responseId: string | null;
                            } | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A question */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            text: string;
                            isObjectPrompt: boolean;
                            /** Format: uuid */
                            topicId: string | null;
                            topicTitle: string | null;
                            /** @description Its place in the topic, from 1. */
                            number: number;
                            /** @description How many questions the topic has. */
                            of: number;
                            /** Format: uuid */
                            responseId: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller recorded, wholly or in part, and nobody can watch yet */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                videoId: string;
                                /** Format: uuid */
                                promptId: string | null;
                                promptText: string | null;
                                /**
                                 * Format: uuid
                                 * @description Instead of a question.
                                 */
                                topicId: string | null;
                                topicTitle: string | null;
                                /** @enum {unknown} */
                                kind: "video" | "audio";
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                startedAt: string;
                                /** @description What has arrived here. None where it went to Mux. */
                                bytes: number;
                                /** @description The same in seconds, where they were told. */
                                seconds: number | null;
                                /** @description All of it is here; a story may be made of it. */
                                complete: boolean;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        /**
         * Start a recording or the upload of a file
         * @description With an Idempotency-Key, repeating the request gives the same recording.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description The question it answers.
                         */
                        promptId?: string;
                        /**
                         * Format: uuid
                         * @description Instead of a question: the topic it sums up.
                         */
                        topicId?: string;
                        /**
                         * @description With a picture, or the voice alone.
                         * @enum {unknown}
                         */
                        kind: "video" | "audio";
                        contentType: string;
                        fileName?: string;
                        /** @description Bytes, where they are known. */
                        size?: number;
                        /**
                         * Format: uuid
                         * @description Who recorded it. 401 when the session is by now another person’s.
                         */
                        profileId?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            videoId: string;
                            /** Format: uuid */
                            uploadId: string;
                            /** @description A tus 1.0.0 upload, ready for HEAD and PATCH; or, on another server, a direct upload to Mux, for PUT with Content-Range. */
                            uploadUrl: string;
                            /** @description How much to send in one PATCH, at the most. */
                            chunkBytes: number;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper.subscription-ended"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recordings/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for the receipt of a recording that was sent
         * @description Compares what is on the disk with what was sent. 409 `different`: send it again. Only with a receipt may the sender forget its own copy.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        bytes: number;
                        /** @description Hexadecimal. */
                        sha256: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            videoId: string;
                            bytes: number;
                            /** @description Hexadecimal. */
                            sha256: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            receivedAt: string;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.different.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recordings/{id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep what has arrived of a recording whose device does not come back
         * @description `bytes` is what the caller was told of. 409 when more has come meanwhile.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        bytes: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            videoId: string;
                            bytes: number;
                            /** @description Hexadecimal. */
                            sha256: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            receivedAt: string;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * A tus 1.0.0 upload
         * @description HEAD gives Upload-Offset; PATCH appends application/offset+octet-stream. The length is told by the last PATCH, in Upload-Length; until then the recording may still grow.
         */
        head: {
            parameters: {
                query?: never;
                header?: {
                    /** @description How many seconds of the recording have come with the end of this PATCH. */
                    "telloom-seconds"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            /** @description The file. */
            requestBody: {
                content: {
                    "application/offset+octet-stream": string;
                };
            };
            responses: {
                /** @description No content. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused by the protocol. malformed: This is not what is expected here. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:malformed";
                            /** @enum {unknown} */
                            status?: 400;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                /** @description Refused by the protocol. insufficient-scope: This key is not for that. not-allowed: You may not do this. not-keeper: You do not look after these stories, or no longer. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:insufficient-scope" | "urn:telloom:problem:not-allowed" | "urn:telloom:problem:not-keeper";
                            /** @enum {unknown} */
                            status?: 403;
                        };
                    };
                };
                /** @description Refused by the protocol. not-found: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:not-found";
                            /** @enum {unknown} */
                            status?: 404;
                        };
                    };
                };
                /** @description Refused by the protocol. conflict: This is there already. wrong-state: This cannot be done now. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:conflict" | "urn:telloom:problem:wrong-state";
                            /** @enum {unknown} */
                            status?: 409;
                        };
                    };
                };
                /** @description Refused by the protocol. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                /** @description Refused by the protocol. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                /** @description Refused by the protocol. too-large: This is too large. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:too-large";
                            /** @enum {unknown} */
                            status?: 413;
                        };
                    };
                };
                415: components["responses"]["unsupported"];
                /** @description Refused by the protocol. invalid: Something in what was sent is not right. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:invalid";
                            /** @enum {unknown} */
                            status?: 422;
                        };
                    };
                };
                429: components["responses"]["too-many"];
                /** @description Refused by the protocol. internal: Something went wrong here. It has been written down. unavailable: Telloom cannot answer just now. Try again in a moment. video-host-away: The place for recordings does not answer. Yours is safe on this device; try again in a moment. full: There is no room left on the disk. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:internal" | "urn:telloom:problem:unavailable" | "urn:telloom:problem:video-host-away" | "urn:telloom:problem:full";
                            /** @enum {unknown} */
                            status?: 500 | 503 | 507;
                        };
                    };
                };
            };
        };
        /**
         * A tus 1.0.0 upload
         * @description HEAD gives Upload-Offset; PATCH appends application/offset+octet-stream. The length is told by the last PATCH, in Upload-Length; until then the recording may still grow.
         */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description How many seconds of the recording have come with the end of this PATCH. */
                    "telloom-seconds"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            /** @description The file. */
            requestBody: {
                content: {
                    "application/offset+octet-stream": string;
                };
            };
            responses: {
                /** @description No content. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused by the protocol. malformed: This is not what is expected here. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:malformed";
                            /** @enum {unknown} */
                            status?: 400;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                /** @description Refused by the protocol. insufficient-scope: This key is not for that. not-allowed: You may not do this. not-keeper: You do not look after these stories, or no longer. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:insufficient-scope" | "urn:telloom:problem:not-allowed" | "urn:telloom:problem:not-keeper";
                            /** @enum {unknown} */
                            status?: 403;
                        };
                    };
                };
                /** @description Refused by the protocol. not-found: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:not-found";
                            /** @enum {unknown} */
                            status?: 404;
                        };
                    };
                };
                /** @description Refused by the protocol. conflict: This is there already. wrong-state: This cannot be done now. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:conflict" | "urn:telloom:problem:wrong-state";
                            /** @enum {unknown} */
                            status?: 409;
                        };
                    };
                };
                /** @description Refused by the protocol. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                /** @description Refused by the protocol. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                /** @description Refused by the protocol. too-large: This is too large. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:too-large";
                            /** @enum {unknown} */
                            status?: 413;
                        };
                    };
                };
                415: components["responses"]["unsupported"];
                /** @description Refused by the protocol. invalid: Something in what was sent is not right. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:invalid";
                            /** @enum {unknown} */
                            status?: 422;
                        };
                    };
                };
                429: components["responses"]["too-many"];
                /** @description Refused by the protocol. internal: Something went wrong here. It has been written down. unavailable: Telloom cannot answer just now. Try again in a moment. video-host-away: The place for recordings does not answer. Yours is safe on this device; try again in a moment. full: There is no room left on the disk. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "urn:telloom:problem:internal" | "urn:telloom:problem:unavailable" | "urn:telloom:problem:video-host-away" | "urn:telloom:problem:full";
                            /** @enum {unknown} */
                            status?: 500 | 503 | 507;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/videos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A recording: how far it is, how to play it, what was said */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            promptId: string | null;
                            /** @enum {unknown} */
                            status: "WAITING" | "ASSET_CREATED" | "PREPARING" | "READY" | "ERRORED";
                            /** @description 0 to 1 while PREPARING. */
                            progress: number | null;
                            errorMessage: string | null;
                            /** @description Seconds. */
                            duration: number | null;
                            aspectRatio: string | null;
                            hasPicture: boolean | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            dateRecorded: string | null;
                            playback: {
                                hls: string | null;
                                /** @description A file to play where there is no HLS. */
                                file: string | null;
                                poster: string | null;
                                /** @description WebVTT */
                                captions: string | null;
                                /** @description WebVTT of pictures along the time. */
                                storyboard: string | null;
                                /** @description A file to keep. */
                                download: string | null;
                                /** @description The recording as it came, for its managers. */
                                original: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                expiresAt: string;
                            } | null;
                            transcript: {
                                text: string;
                                language: string | null;
                                source: string | null;
                                /** @description A person says that it is right. */
                                isChecked: boolean;
                                cues: {
                                    start: number;
                                    end: number;
                                    text: string;
                                }[];
                            } | null;
                            /** @description A transcript is on its way. */
                            transcriptPending: boolean;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        /** Throw a recording away that no story and no topic video uses, or did */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/mux": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Events of Mux
         * @description The body is an event as Mux sends it, signed in the header mux-signature.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description The file. */
            requestBody: {
                content: {
                    "application/json": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unsigned"];
                403: components["responses"]["insufficient-scope.not-allowed"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transcripts/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the words of a recording were, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                source: string | null;
                                isChecked: boolean;
                                language: string | null;
                                /** @description The name of the person; null for a machine. */
                                madeBy: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                updatedAt: string;
                                /** @description Its first words. */
                                beginning: string;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transcripts/{id}/versions/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them, in full */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    versionId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            text: string;
                            /** @description One after the other. */
                            cues: {
                                start: number;
                                end: number;
                                text: string;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transcripts/{id}/versions/{versionId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring one of them back, as a new version */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The version begun with. */
                    "if-match": string;
                };
                path: {
                    id: string;
                    versionId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            videoId: string;
                            /** @description Counts the changes; 0 where nothing is written. The ETag. */
                            version: number;
                            text: string;
                            /** @description One after the other. */
                            cues: {
                                start: number;
                                end: number;
                                text: string;
                            }[];
                            language: string | null;
                            /** @description An engine, the video host, `file`, or `person`. */
                            source: string | null;
                            /** @description A person says that it is right. */
                            isChecked: boolean;
                            /** @description Of the recording, in seconds. */
                            duration: number | null;
                            /** @description A machine is listening. */
                            pending: boolean;
                            canManage: boolean;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                412: components["responses"]["changed-meanwhile"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transcripts/{id}/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Corrections that were suggested, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @description The cue's, in seconds. */
                                start: number;
                                was: string;
                                suggested: string;
                                /** @enum {unknown} */
                                status: "PENDING" | "ACCEPTED" | "DECLINED";
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                createdAt: string;
                                /** @description Their name. */
                                suggestedBy: string | null;
                                mine: boolean;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        /** Suggest other words for one cue */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The cue's, in seconds. */
                        start: number;
                        was: string;
                        suggested: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                412: components["responses"]["changed-meanwhile"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transcripts/{id}/suggestions/{suggestionId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a correction over
         * @description 412 when the words it speaks of are no longer there.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    suggestionId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                412: components["responses"]["changed-meanwhile"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transcripts/{id}/suggestions/{suggestionId}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave the words as they are */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    suggestionId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transcripts/{id}/suggestions/{suggestionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take one's own suggestion back, while nobody has settled it */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    suggestionId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transcripts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is said in a recording or topic video */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            videoId: string;
                            /** @description Counts the changes; 0 where nothing is written. The ETag. */
                            version: number;
                            text: string;
                            /** @description One after the other. */
                            cues: {
                                start: number;
                                end: number;
                                text: string;
                            }[];
                            language: string | null;
                            /** @description An engine, the video host, `file`, or `person`. */
                            source: string | null;
                            /** @description A person says that it is right. */
                            isChecked: boolean;
                            /** @description Of the recording, in seconds. */
                            duration: number | null;
                            /** @description A machine is listening. */
                            pending: boolean;
                            canManage: boolean;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        /**
         * Write the words of a recording
         * @description 412 when somebody else changed them since the version in If-Match.
         */
        put: {
            parameters: {
                query?: never;
                header: {
                    /** @description The version begun with. */
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description One after the other. */
                        cues: {
                            start: number;
                            end: number;
                            text: string;
                        }[];
                        /** @description The words, where there are no cues. */
                        text?: string;
                        /** @description BCP 47 */
                        language: string | null;
                        isChecked: boolean;
                        /**
                         * Format: uuid
                         * @description Saves in a row with the same are one version.
                         */
                        editSession?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            videoId: string;
                            /** @description Counts the changes; 0 where nothing is written. The ETag. */
                            version: number;
                            text: string;
                            /** @description One after the other. */
                            cues: {
                                start: number;
                                end: number;
                                text: string;
                            }[];
                            language: string | null;
                            /** @description An engine, the video host, `file`, or `person`. */
                            source: string | null;
                            /** @description A person says that it is right. */
                            isChecked: boolean;
                            /** @description Of the recording, in seconds. */
                            duration: number | null;
                            /** @description A machine is listening. */
                            pending: boolean;
                            canManage: boolean;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                412: components["responses"]["changed-meanwhile"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transcripts/{id}/export/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The words as a file: WebVTT, SubRip or plain text */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    format: "vtt" | "srt" | "txt";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/vtt": string;
                        "application/x-subrip": string;
                        "text/plain": string;
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transcripts/{id}/listen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have the machine listen once more
         * @description What is written now stays among the versions.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description BCP 47 */
                        language: string | null;
                    };
                };
            };
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transcripts/{id}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a summary made
         * @description One that a person wrote stays as it is.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transcripts/{id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the words from a WebVTT or SubRip file
         * @description The body is the file. What is written now stays among the versions.
         */
        post: {
            parameters: {
                query?: {
                    /** @description BCP 47 */
                    language?: string;
                };
                header: {
                    /** @description The version begun with. */
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            /** @description The file. */
            requestBody: {
                content: {
                    "*/*": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            videoId: string;
                            /** @description Counts the changes; 0 where nothing is written. The ETag. */
                            version: number;
                            text: string;
                            /** @description One after the other. */
                            cues: {
                                start: number;
                                end: number;
                                text: string;
                            }[];
                            language: string | null;
                            /** @description An engine, the video host, `file`, or `person`. */
                            source: string | null;
                            /** @description A person says that it is right. */
                            isChecked: boolean;
                            /** @description Of the recording, in seconds. */
                            duration: number | null;
                            /** @description A machine is listening. */
                            pending: boolean;
                            canManage: boolean;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                412: components["responses"]["changed-meanwhile"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own stories, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                videoId: string | null;
                                /** Format: uuid */
                                promptId: string | null;
                                question: string | null;
                                /** Format: uuid */
                                topicId: string | null;
                                topicTitle: string | null;
                                sharer: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string | null;
                                    avatarUrl: string | null;
                                };
                                /**
                                 * @description Only me; everyone I invited; people I choose.
                                 * @enum {unknown}
                                 */
                                privacyLevel: "Private" | "Public" | "Custom";
                                summary: string | null;
                                responseNotes: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                createdAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                dateRecorded: string | null;
                                /** @description Seconds. */
                                duration: number | null;
                                videoStatus: ("WAITING" | "ASSET_CREATED" | "PREPARING" | "READY" | "ERRORED") | null;
                                progress: number | null;
                                errorMessage: string | null;
                                hasPicture: boolean | null;
                                /** @description A signed address of the picture. */
                                poster: string | null;
                                /** @description Whether the caller has watched it. */
                                seen: boolean;
                                canManage: boolean;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        /**
         * Keep a recording as the story that answers a question
         * @description The same recording again gives the same story; another one for the question, or one that tells something else: 409. 404 for people who do not listen.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        promptId: string;
                        /** Format: uuid */
                        videoId: string;
                        /**
                         * @description Only me; everyone I invited; people I choose.
                         * @enum {unknown}
                         */
                        privacyLevel?: "Private" | "Public" | "Custom";
                        /** @description Who may watch a Custom story, and who may help with its words. */
                        people?: {
                            /** Format: uuid */
                            listenerId: string;
                            /**
                             * @description Not watch; watch; watch and write its summary and notes.
                             * @enum {unknown}
                             */
                            may: "none" | "read" | "write";
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/responses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A story with its recording */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            videoId: string | null;
                            /** Format: uuid */
                            promptId: string | null;
                            question: string | null;
                            /** Format: uuid */
                            topicId: string | null;
                            topicTitle: string | null;
                            sharer: {
                                /** Format: uuid */
                                id: string;
                                name: string | null;
                                avatarUrl: string | null;
                            };
                            /**
                             * @description Only me; everyone I invited; people I choose.
                             * @enum {unknown}
                             */
                            privacyLevel: "Private" | "Public" | "Custom";
                            summary: string | null;
                            responseNotes: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            createdAt: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            dateRecorded: string | null;
                            /** @description Seconds. */
                            duration: number | null;
                            videoStatus: ("WAITING" | "ASSET_CREATED" | "PREPARING" | "READY" | "ERRORED") | null;
                            progress: number | null;
                            errorMessage: string | null;
                            hasPicture: boolean | null;
                            /** @description A signed address of the picture. */
                            poster: string | null;
                            /** @description Whether the caller has watched it. */
                            seen: boolean;
                            canManage: boolean;
                            /** @description No person has written or changed the summary. */
                            summaryByMachine: boolean;
                            /** @description Sentences of the summary, and where in the recording they come from. */
                            summaryLinks: {
                                text: string;
                                /** @description Seconds. */
                                start: number;
                            }[];
                            video: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                promptId: string | null;
                                /** @enum {unknown} */
                                status: "WAITING" | "ASSET_CREATED" | "PREPARING" | "READY" | "ERRORED";
                                /** @description 0 to 1 while PREPARING. */
                                progress: number | null;
                                errorMessage: string | null;
                                /** @description Seconds. */
                                duration: number | null;
                                aspectRatio: string | null;
                                hasPicture: boolean | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                dateRecorded: string | null;
                                playback: {
                                    hls: string | null;
                                    /** @description A file to play where there is no HLS. */
                                    file: string | null;
                                    poster: string | null;
                                    /** @description WebVTT */
                                    captions: string | null;
                                    /** @description WebVTT of pictures along the time. */
                                    storyboard: string | null;
                                    /** @description A file to keep. */
                                    download: string | null;
                                    /** @description The recording as it came, for its managers. */
                                    original: string | null;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601
                                     */
                                    expiresAt: string;
                                } | null;
                                transcript: {
                                    text: string;
                                    language: string | null;
                                    source: string | null;
                                    /** @description A person says that it is right. */
                                    isChecked: boolean;
                                    cues: {
                                        start: number;
                                        end: number;
                                        text: string;
                                    }[];
                                } | null;
                                /** @description A transcript is on its way. */
                                transcriptPending: boolean;
                            } | null;
                            /** @description Whether it is among the caller's favourites. */
                            favorite: boolean;
                            /** @description Seconds: where the caller left off. */
                            position: number | null;
                            /** @description Whether the caller, without managing it, may write its summary and notes. */
                            mayWrite: boolean;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        /** Delete a story and its recordings, earlier ones too */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        /** Change who sees a story, or its words */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description Only me; everyone I invited; people I choose.
                         * @enum {unknown}
                         */
                        privacyLevel?: "Private" | "Public" | "Custom";
                        summary?: string | null;
                        responseNotes?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            videoId: string | null;
                            /** Format: uuid */
                            promptId: string | null;
                            question: string | null;
                            /** Format: uuid */
                            topicId: string | null;
                            topicTitle: string | null;
                            sharer: {
                                /** Format: uuid */
                                id: string;
                                name: string | null;
                                avatarUrl: string | null;
                            };
                            /**
                             * @description Only me; everyone I invited; people I choose.
                             * @enum {unknown}
                             */
                            privacyLevel: "Private" | "Public" | "Custom";
                            summary: string | null;
                            responseNotes: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            createdAt: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            dateRecorded: string | null;
                            /** @description Seconds. */
                            duration: number | null;
                            videoStatus: ("WAITING" | "ASSET_CREATED" | "PREPARING" | "READY" | "ERRORED") | null;
                            progress: number | null;
                            errorMessage: string | null;
                            hasPicture: boolean | null;
                            /** @description A signed address of the picture. */
                            poster: string | null;
                            /** @description Whether the caller has watched it. */
                            seen: boolean;
                            canManage: boolean;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        trace?: never;
    };
    "/api/v1/responses/{id}/trim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which part of its recording a story shows, for its managers
         * @description `waiting` is a part that was asked for and that will be shown when it is READY.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Seconds of the whole. */
                            start: number;
                            /** @description Seconds of the whole; a second after start at least. */
                            end: number;
                            whole: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                promptId: string | null;
                                /** @enum {unknown} */
                                status: "WAITING" | "ASSET_CREATED" | "PREPARING" | "READY" | "ERRORED";
                                /** @description 0 to 1 while PREPARING. */
                                progress: number | null;
                                errorMessage: string | null;
                                /** @description Seconds. */
                                duration: number | null;
                                aspectRatio: string | null;
                                hasPicture: boolean | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                dateRecorded: string | null;
                                playback: {
                                    hls: string | null;
                                    /** @description A file to play where there is no HLS. */
                                    file: string | null;
                                    poster: string | null;
                                    /** @description WebVTT */
                                    captions: string | null;
                                    /** @description WebVTT of pictures along the time. */
                                    storyboard: string | null;
                                    /** @description A file to keep. */
                                    download: string | null;
                                    /** @description The recording as it came, for its managers. */
                                    original: string | null;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601
                                     */
                                    expiresAt: string;
                                } | null;
                                transcript: {
                                    text: string;
                                    language: string | null;
                                    source: string | null;
                                    /** @description A person says that it is right. */
                                    isChecked: boolean;
                                    cues: {
                                        start: number;
                                        end: number;
                                        text: string;
                                    }[];
                                } | null;
                                /** @description A transcript is on its way. */
                                transcriptPending: boolean;
                            };
                            waiting: {
                                /** @description Seconds of the whole. */
                                start: number;
                                /** @description Seconds of the whole; a second after start at least. */
                                end: number;
                                /** Format: uuid */
                                videoId: string;
                                /** @enum {unknown} */
                                status: "WAITING" | "ASSET_CREATED" | "PREPARING" | "READY" | "ERRORED";
                                /** @description 0 to 1 while PREPARING. */
                                progress: number | null;
                                errorMessage: string | null;
                            } | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        /**
         * Cut the recording of a story, to these seconds of its whole
         * @description A part is made, which is shown as soon as it is READY; what was shown becomes an earlier telling. The original is not touched. Another choice before that takes the place of this one, the same again gives the same, and all of it brings back the whole at once.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Seconds of the whole. */
                        start: number;
                        /** @description Seconds of the whole; a second after start at least. */
                        end: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            videoId: string;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper.subscription-ended"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/responses/{id}/tellings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a story showed before, newest first, for its managers */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                videoId: string;
                                /** @enum {unknown} */
                                status: "WAITING" | "ASSET_CREATED" | "PREPARING" | "READY" | "ERRORED";
                                /** @description Seconds. */
                                duration: number | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                dateRecorded: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                replacedAt: string;
                                /** @description A part of a longer recording. */
                                isTrimmed: boolean;
                                /** @description A signed address of the picture. */
                                poster: string | null;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/responses/{id}/recording": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Show another recording in a story: one of the same question, or one that it showed before
         * @description The one that it showed stays among the earlier ones. All else stays as it is.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        videoId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/responses/{id}/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who of the listeners sees a story, and who has watched it, for its managers */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description Only me; everyone I invited; people I choose.
                             * @enum {unknown}
                             */
                            privacyLevel: "Private" | "Public" | "Custom";
                            /** @description The ETag: another one after every change. */
                            version: string;
                            items: {
                                /**
                                 * Format: uuid
                                 * @description As in GET /listeners.
                                 */
                                listenerId: string;
                                name: string | null;
                                avatarUrl: string | null;
                                /** @description False: they are paused, whatever they may. */
                                hasAccess: boolean;
                                may: ("none" | "read" | "write") | null;
                                /** @description Whether the story is there for them now. */
                                sees: boolean;
                                /** @description False, too, for those who keep no history. */
                                watched: boolean;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        /**
         * Decide who sees a story, and what each person may do, all at once
         * @description Named people count with Custom (read, write) and Public (none, write). 404 for somebody who does not listen, 412 when it was changed since the version in If-Match.
         */
        put: {
            parameters: {
                query?: never;
                header: {
                    /** @description The version begun with. */
                    "if-match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description Only me; everyone I invited; people I choose.
                         * @enum {unknown}
                         */
                        privacyLevel: "Private" | "Public" | "Custom";
                        /** @description Everybody who is named; whoever is not in it is named no longer. Left out: as it was. */
                        people?: {
                            /** Format: uuid */
                            listenerId: string;
                            /**
                             * @description Not watch; watch; watch and write its summary and notes.
                             * @enum {unknown}
                             */
                            may: "none" | "read" | "write";
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description Only me; everyone I invited; people I choose.
                             * @enum {unknown}
                             */
                            privacyLevel: "Private" | "Public" | "Custom";
                            /** @description The ETag: another one after every change. */
                            version: string;
                            items: {
                                /**
                                 * Format: uuid
                                 * @description As in GET /listeners.
                                 */
                                listenerId: string;
                                name: string | null;
                                avatarUrl: string | null;
                                /** @description False: they are paused, whatever they may. */
                                hasAccess: boolean;
                                may: ("none" | "read" | "write") | null;
                                /** @description Whether the story is there for them now. */
                                sees: boolean;
                                /** @description False, too, for those who keep no history. */
                                watched: boolean;
                            }[];
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                412: components["responses"]["changed-meanwhile"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/responses/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What lies beside a story, oldest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                responseId: string;
                                /** Format: uuid */
                                sharerId: string;
                                question: string | null;
                                /** Format: uuid */
                                topicId: string | null;
                                /** Format: uuid */
                                objectId: string | null;
                                /** @enum {unknown} */
                                kind: "photo" | "audio" | "document";
                                fileName: string | null;
                                /** @description By its content. */
                                fileType: string | null;
                                /** @description Bytes. */
                                fileSize: number | null;
                                title: string | null;
                                description: string | null;
                                /**
                                 * Format: date
                                 * @description Where the day is known.
                                 */
                                dateCaptured: string | null;
                                yearCaptured: number | null;
                                estimatedYear: number | null;
                                /** @enum {unknown} */
                                state: "waiting" | "processing" | "ready" | "refused";
                                problem: ("empty" | "damaged" | "too-many-pixels" | "film" | "archive" | "web-page" | "program" | "locked" | "unknown-kind" | "not-finished" | "not-playable") | null;
                                width: number | null;
                                height: number | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                uploadedAt: string;
                                people: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    relation: ("Self" | "Spouse" | "Partner" | "Mother" | "Father" | "Stepmother" | "Stepfather" | "Daughter" | "Son" | "Stepdaughter" | "Stepson" | "Child" | "Sister" | "Brother" | "Sibling" | "Grandmother" | "Grandfather" | "Grandparent" | "GreatGrandmother" | "GreatGrandfather" | "Granddaughter" | "Grandson" | "Grandchild" | "GreatGrandchild" | "Aunt" | "Uncle" | "Niece" | "Nephew" | "Cousin" | "MotherInLaw" | "FatherInLaw" | "DaughterInLaw" | "SonInLaw" | "SisterInLaw" | "BrotherInLaw" | "Godparent" | "Godchild" | "Guardian" | "Friend" | "Neighbor" | "Colleague" | "Teacher" | "Other") | null;
                                }[];
                                canManage: boolean;
                                /** @description Signed addresses, good for this session until expiresAt. ?download names the file. */
                                files: {
                                    thumb: string | null;
                                    /** @description A photo at full screen, without its metadata. */
                                    view: string | null;
                                    /** @description A sound that every browser plays. */
                                    listen: string | null;
                                    document: string | null;
                                    /** @description The file as it came, for its managers. */
                                    original: string | null;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601
                                     */
                                    expiresAt: string;
                                };
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        /**
         * Start the upload of a file to lie beside a story
         * @description With an Idempotency-Key, repeating the request gives the same attachment. What the file is, is judged once it has come: see its state and problem.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        fileName: string;
                        /** @description Bytes. */
                        size: number;
                        /** Format: uuid */
                        objectId?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @description A tus 1.0.0 upload, ready for HEAD and PATCH. */
                            uploadUrl: string;
                            /** @description How much to send in one PATCH, at the most. */
                            chunkBytes: number;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What lies beside the stories of a storyteller, newest first
         * @description Without sharerId, personId or objectId: the caller's own. Only what is ready.
         */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before. */
                    cursor?: string;
                    sharerId?: string;
                    topicId?: string;
                    personId?: string;
                    objectId?: string;
                    kind?: "photo" | "audio" | "document";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                responseId: string;
                                /** Format: uuid */
                                sharerId: string;
                                question: string | null;
                                /** Format: uuid */
                                topicId: string | null;
                                /** Format: uuid */
                                objectId: string | null;
                                /** @enum {unknown} */
                                kind: "photo" | "audio" | "document";
                                fileName: string | null;
                                /** @description By its content. */
                                fileType: string | null;
                                /** @description Bytes. */
                                fileSize: number | null;
                                title: string | null;
                                description: string | null;
                                /**
                                 * Format: date
                                 * @description Where the day is known.
                                 */
                                dateCaptured: string | null;
                                yearCaptured: number | null;
                                estimatedYear: number | null;
                                /** @enum {unknown} */
                                state: "waiting" | "processing" | "ready" | "refused";
                                problem: ("empty" | "damaged" | "too-many-pixels" | "film" | "archive" | "web-page" | "program" | "locked" | "unknown-kind" | "not-finished" | "not-playable") | null;
                                width: number | null;
                                height: number | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                uploadedAt: string;
                                people: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    relation: ("Self" | "Spouse" | "Partner" | "Mother" | "Father" | "Stepmother" | "Stepfather" | "Daughter" | "Son" | "Stepdaughter" | "Stepson" | "Child" | "Sister" | "Brother" | "Sibling" | "Grandmother" | "Grandfather" | "Grandparent" | "GreatGrandmother" | "GreatGrandfather" | "Granddaughter" | "Grandson" | "Grandchild" | "GreatGrandchild" | "Aunt" | "Uncle" | "Niece" | "Nephew" | "Cousin" | "MotherInLaw" | "FatherInLaw" | "DaughterInLaw" | "SonInLaw" | "SisterInLaw" | "BrotherInLaw" | "Godparent" | "Godchild" | "Guardian" | "Friend" | "Neighbor" | "Colleague" | "Teacher" | "Other") | null;
                                }[];
                                canManage: boolean;
                                /** @description Signed addresses, good for this session until expiresAt. ?download names the file. */
                                files: {
                                    thumb: string | null;
                                    /** @description A photo at full screen, without its metadata. */
                                    view: string | null;
                                    /** @description A sound that every browser plays. */
                                    listen: string | null;
                                    document: string | null;
                                    /** @description The file as it came, for its managers. */
                                    original: string | null;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601
                                     */
                                    expiresAt: string;
                                };
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An attachment */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            responseId: string;
                            /** Format: uuid */
                            sharerId: string;
                            question: string | null;
                            /** Format: uuid */
                            topicId: string | null;
                            /** Format: uuid */
                            objectId: string | null;
                            /** @enum {unknown} */
                            kind: "photo" | "audio" | "document";
                            fileName: string | null;
                            /** @description By its content. */
                            fileType: string | null;
                            /** @description Bytes. */
                            fileSize: number | null;
                            title: string | null;
                            description: string | null;
                            /**
                             * Format: date
                             * @description Where the day is known.
                             */
                            dateCaptured: string | null;
                            yearCaptured: number | null;
                            estimatedYear: number | null;
                            /** @enum {unknown} */
                            state: "waiting" | "processing" | "ready" | "refused";
                            problem: ("empty" | "damaged" | "too-many-pixels" | "film" | "archive" | "web-page" | "program" | "locked" | "unknown-kind" | "not-finished" | "not-playable") | null;
                            width: number | null;
                            height: number | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            uploadedAt: string;
                            people: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                relation: ("Self" | "Spouse" | "Partner" | "Mother" | "Father" | "Stepmother" | "Stepfather" | "Daughter" | "Son" | "Stepdaughter" | "Stepson" | "Child" | "Sister" | "Brother" | "Sibling" | "Grandmother" | "Grandfather" | "Grandparent" | "GreatGrandmother" | "GreatGrandfather" | "Granddaughter" | "Grandson" | "Grandchild" | "GreatGrandchild" | "Aunt" | "Uncle" | "Niece" | "Nephew" | "Cousin" | "MotherInLaw" | "FatherInLaw" | "DaughterInLaw" | "SonInLaw" | "SisterInLaw" | "BrotherInLaw" | "Godparent" | "Godchild" | "Guardian" | "Friend" | "Neighbor" | "Colleague" | "Teacher" | "Other") | null;
                            }[];
                            canManage: boolean;
                            /** @description Signed addresses, good for this session until expiresAt. ?download names the file. */
                            files: {
                                thumb: string | null;
                                /** @description A photo at full screen, without its metadata. */
                                view: string | null;
                                /** @description A sound that every browser plays. */
                                listen: string | null;
                                document: string | null;
                                /** @description The file as it came, for its managers. */
                                original: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                expiresAt: string;
                            };
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete an attachment
         * @description It can be taken back for a week: POST /attachments/{id}/restore.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        /** Write about an attachment */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title?: string | null;
                        description?: string | null;
                        /**
                         * Format: date
                         * @description Where the day is known.
                         */
                        dateCaptured?: string | null;
                        yearCaptured?: number | null;
                        estimatedYear?: number | null;
                        /** Format: uuid */
                        objectId?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            responseId: string;
                            /** Format: uuid */
                            sharerId: string;
                            question: string | null;
                            /** Format: uuid */
                            topicId: string | null;
                            /** Format: uuid */
                            objectId: string | null;
                            /** @enum {unknown} */
                            kind: "photo" | "audio" | "document";
                            fileName: string | null;
                            /** @description By its content. */
                            fileType: string | null;
                            /** @description Bytes. */
                            fileSize: number | null;
                            title: string | null;
                            description: string | null;
                            /**
                             * Format: date
                             * @description Where the day is known.
                             */
                            dateCaptured: string | null;
                            yearCaptured: number | null;
                            estimatedYear: number | null;
                            /** @enum {unknown} */
                            state: "waiting" | "processing" | "ready" | "refused";
                            problem: ("empty" | "damaged" | "too-many-pixels" | "film" | "archive" | "web-page" | "program" | "locked" | "unknown-kind" | "not-finished" | "not-playable") | null;
                            width: number | null;
                            height: number | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            uploadedAt: string;
                            people: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                relation: ("Self" | "Spouse" | "Partner" | "Mother" | "Father" | "Stepmother" | "Stepfather" | "Daughter" | "Son" | "Stepdaughter" | "Stepson" | "Child" | "Sister" | "Brother" | "Sibling" | "Grandmother" | "Grandfather" | "Grandparent" | "GreatGrandmother" | "GreatGrandfather" | "Granddaughter" | "Grandson" | "Grandchild" | "GreatGrandchild" | "Aunt" | "Uncle" | "Niece" | "Nephew" | "Cousin" | "MotherInLaw" | "FatherInLaw" | "DaughterInLaw" | "SonInLaw" | "SisterInLaw" | "BrotherInLaw" | "Godparent" | "Godchild" | "Guardian" | "Friend" | "Neighbor" | "Colleague" | "Teacher" | "Other") | null;
                            }[];
                            canManage: boolean;
                            /** @description Signed addresses, good for this session until expiresAt. ?download names the file. */
                            files: {
                                thumb: string | null;
                                /** @description A photo at full screen, without its metadata. */
                                view: string | null;
                                /** @description A sound that every browser plays. */
                                listen: string | null;
                                document: string | null;
                                /** @description The file as it came, for its managers. */
                                original: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                expiresAt: string;
                            };
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        trace?: never;
    };
    "/api/v1/attachments/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the deletion of an attachment back, with the people in it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            responseId: string;
                            /** Format: uuid */
                            sharerId: string;
                            question: string | null;
                            /** Format: uuid */
                            topicId: string | null;
                            /** Format: uuid */
                            objectId: string | null;
                            /** @enum {unknown} */
                            kind: "photo" | "audio" | "document";
                            fileName: string | null;
                            /** @description By its content. */
                            fileType: string | null;
                            /** @description Bytes. */
                            fileSize: number | null;
                            title: string | null;
                            description: string | null;
                            /**
                             * Format: date
                             * @description Where the day is known.
                             */
                            dateCaptured: string | null;
                            yearCaptured: number | null;
                            estimatedYear: number | null;
                            /** @enum {unknown} */
                            state: "waiting" | "processing" | "ready" | "refused";
                            problem: ("empty" | "damaged" | "too-many-pixels" | "film" | "archive" | "web-page" | "program" | "locked" | "unknown-kind" | "not-finished" | "not-playable") | null;
                            width: number | null;
                            height: number | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            uploadedAt: string;
                            people: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                relation: ("Self" | "Spouse" | "Partner" | "Mother" | "Father" | "Stepmother" | "Stepfather" | "Daughter" | "Son" | "Stepdaughter" | "Stepson" | "Child" | "Sister" | "Brother" | "Sibling" | "Grandmother" | "Grandfather" | "Grandparent" | "GreatGrandmother" | "GreatGrandfather" | "Granddaughter" | "Grandson" | "Grandchild" | "GreatGrandchild" | "Aunt" | "Uncle" | "Niece" | "Nephew" | "Cousin" | "MotherInLaw" | "FatherInLaw" | "DaughterInLaw" | "SonInLaw" | "SisterInLaw" | "BrotherInLaw" | "Godparent" | "Godchild" | "Guardian" | "Friend" | "Neighbor" | "Colleague" | "Teacher" | "Other") | null;
                            }[];
                            canManage: boolean;
                            /** @description Signed addresses, good for this session until expiresAt. ?download names the file. */
                            files: {
                                thumb: string | null;
                                /** @description A photo at full screen, without its metadata. */
                                view: string | null;
                                /** @description A sound that every browser plays. */
                                listen: string | null;
                                document: string | null;
                                /** @description The file as it came, for its managers. */
                                original: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                expiresAt: string;
                            };
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/person-tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People in the attachments of a storyteller, by name
         * @description Without sharerId: in the caller's own.
         */
        get: {
            parameters: {
                query?: {
                    sharerId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                relation: ("Self" | "Spouse" | "Partner" | "Mother" | "Father" | "Stepmother" | "Stepfather" | "Daughter" | "Son" | "Stepdaughter" | "Stepson" | "Child" | "Sister" | "Brother" | "Sibling" | "Grandmother" | "Grandfather" | "Grandparent" | "GreatGrandmother" | "GreatGrandfather" | "Granddaughter" | "Grandson" | "Grandchild" | "GreatGrandchild" | "Aunt" | "Uncle" | "Niece" | "Nephew" | "Cousin" | "MotherInLaw" | "FatherInLaw" | "DaughterInLaw" | "SonInLaw" | "SisterInLaw" | "BrotherInLaw" | "Godparent" | "Godchild" | "Guardian" | "Friend" | "Neighbor" | "Colleague" | "Teacher" | "Other") | null;
                                /** Format: uuid */
                                sharerId: string;
                                /** @description In how many of those that the caller may see. */
                                attachments: number;
                                canManage: boolean;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/person-tags/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A person in photos */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            relation: ("Self" | "Spouse" | "Partner" | "Mother" | "Father" | "Stepmother" | "Stepfather" | "Daughter" | "Son" | "Stepdaughter" | "Stepson" | "Child" | "Sister" | "Brother" | "Sibling" | "Grandmother" | "Grandfather" | "Grandparent" | "GreatGrandmother" | "GreatGrandfather" | "Granddaughter" | "Grandson" | "Grandchild" | "GreatGrandchild" | "Aunt" | "Uncle" | "Niece" | "Nephew" | "Cousin" | "MotherInLaw" | "FatherInLaw" | "DaughterInLaw" | "SonInLaw" | "SisterInLaw" | "BrotherInLaw" | "Godparent" | "Godchild" | "Guardian" | "Friend" | "Neighbor" | "Colleague" | "Teacher" | "Other") | null;
                            /** Format: uuid */
                            sharerId: string;
                            /** @description In how many of those that the caller may see. */
                            attachments: number;
                            canManage: boolean;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        /** Forget a person: they are in no photo any more */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        /** Change the name or relation of a person in photos */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        relation?: ("Self" | "Spouse" | "Partner" | "Mother" | "Father" | "Stepmother" | "Stepfather" | "Daughter" | "Son" | "Stepdaughter" | "Stepson" | "Child" | "Sister" | "Brother" | "Sibling" | "Grandmother" | "Grandfather" | "Grandparent" | "GreatGrandmother" | "GreatGrandfather" | "Granddaughter" | "Grandson" | "Grandchild" | "GreatGrandchild" | "Aunt" | "Uncle" | "Niece" | "Nephew" | "Cousin" | "MotherInLaw" | "FatherInLaw" | "DaughterInLaw" | "SonInLaw" | "SisterInLaw" | "BrotherInLaw" | "Godparent" | "Godchild" | "Guardian" | "Friend" | "Neighbor" | "Colleague" | "Teacher" | "Other") | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            relation: ("Self" | "Spouse" | "Partner" | "Mother" | "Father" | "Stepmother" | "Stepfather" | "Daughter" | "Son" | "Stepdaughter" | "Stepson" | "Child" | "Sister" | "Brother" | "Sibling" | "Grandmother" | "Grandfather" | "Grandparent" | "GreatGrandmother" | "GreatGrandfather" | "Granddaughter" | "Grandson" | "Grandchild" | "GreatGrandchild" | "Aunt" | "Uncle" | "Niece" | "Nephew" | "Cousin" | "MotherInLaw" | "FatherInLaw" | "DaughterInLaw" | "SonInLaw" | "SisterInLaw" | "BrotherInLaw" | "Godparent" | "Godchild" | "Guardian" | "Friend" | "Neighbor" | "Colleague" | "Teacher" | "Other") | null;
                            /** Format: uuid */
                            sharerId: string;
                            /** @description In how many of those that the caller may see. */
                            attachments: number;
                            canManage: boolean;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        trace?: never;
    };
    "/api/v1/attachments/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say who is in an attachment
         * @description Saying it again changes nothing.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        personId: string;
                    } | {
                        name: string;
                        relation?: ("Self" | "Spouse" | "Partner" | "Mother" | "Father" | "Stepmother" | "Stepfather" | "Daughter" | "Son" | "Stepdaughter" | "Stepson" | "Child" | "Sister" | "Brother" | "Sibling" | "Grandmother" | "Grandfather" | "Grandparent" | "GreatGrandmother" | "GreatGrandfather" | "Granddaughter" | "Grandson" | "Grandchild" | "GreatGrandchild" | "Aunt" | "Uncle" | "Niece" | "Nephew" | "Cousin" | "MotherInLaw" | "FatherInLaw" | "DaughterInLaw" | "SonInLaw" | "SisterInLaw" | "BrotherInLaw" | "Godparent" | "Godchild" | "Guardian" | "Friend" | "Neighbor" | "Colleague" | "Teacher" | "Other") | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            relation: ("Self" | "Spouse" | "Partner" | "Mother" | "Father" | "Stepmother" | "Stepfather" | "Daughter" | "Son" | "Stepdaughter" | "Stepson" | "Child" | "Sister" | "Brother" | "Sibling" | "Grandmother" | "Grandfather" | "Grandparent" | "GreatGrandmother" | "GreatGrandfather" | "Granddaughter" | "Grandson" | "Grandchild" | "GreatGrandchild" | "Aunt" | "Uncle" | "Niece" | "Nephew" | "Cousin" | "MotherInLaw" | "FatherInLaw" | "DaughterInLaw" | "SonInLaw" | "SisterInLaw" | "BrotherInLaw" | "Godparent" | "Godchild" | "Guardian" | "Friend" | "Neighbor" | "Colleague" | "Teacher" | "Other") | null;
                            /** Format: uuid */
                            sharerId: string;
                            /** @description In how many of those that the caller may see. */
                            attachments: number;
                            canManage: boolean;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/{id}/people/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** This person is not in it */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    personId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/object-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Categories of objects */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                description: string | null;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The objects of a storyteller, newest first
         * @description Without sharerId: the caller's own.
         */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before. */
                    cursor?: string;
                    sharerId?: string;
                    categoryId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                description: string | null;
                                /** Format: uuid */
                                categoryId: string | null;
                                /**
                                 * Format: uuid
                                 * @description The story that it lies beside.
                                 */
                                responseId: string | null;
                                category: string | null;
                                question: string | null;
                                /** @description A signed address of its first photo. */
                                cover: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                createdAt: string;
                                canManage: boolean;
                                /**
                                 * Format: uuid
                                 * @description Whose it is, if they tell.
                                 */
                                sharerId: string | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        /**
         * Add an object
         * @description With an Idempotency-Key, repeating the request gives the same object.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        description?: string | null;
                        /** Format: uuid */
                        categoryId?: string | null;
                        /**
                         * Format: uuid
                         * @description The story that it lies beside.
                         */
                        responseId?: string | null;
                        /**
                         * Format: uuid
                         * @description For whom; without it, for oneself.
                         */
                        sharerId?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            description: string | null;
                            /** Format: uuid */
                            categoryId: string | null;
                            /**
                             * Format: uuid
                             * @description The story that it lies beside.
                             */
                            responseId: string | null;
                            category: string | null;
                            question: string | null;
                            /** @description A signed address of its first photo. */
                            cover: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            createdAt: string;
                            canManage: boolean;
                            /**
                             * Format: uuid
                             * @description Whose it is, if they tell.
                             */
                            sharerId: string | null;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An object */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            description: string | null;
                            /** Format: uuid */
                            categoryId: string | null;
                            /**
                             * Format: uuid
                             * @description The story that it lies beside.
                             */
                            responseId: string | null;
                            category: string | null;
                            question: string | null;
                            /** @description A signed address of its first photo. */
                            cover: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            createdAt: string;
                            canManage: boolean;
                            /**
                             * Format: uuid
                             * @description Whose it is, if they tell.
                             */
                            sharerId: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        /** Delete an object; its photos stay beside their story */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        /** Change an object */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        description?: string | null;
                        /** Format: uuid */
                        categoryId?: string | null;
                        /**
                         * Format: uuid
                         * @description The story that it lies beside.
                         */
                        responseId?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            description: string | null;
                            /** Format: uuid */
                            categoryId: string | null;
                            /**
                             * Format: uuid
                             * @description The story that it lies beside.
                             */
                            responseId: string | null;
                            category: string | null;
                            question: string | null;
                            /** @description A signed address of its first photo. */
                            cover: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            createdAt: string;
                            canManage: boolean;
                            /**
                             * Format: uuid
                             * @description Whose it is, if they tell.
                             */
                            sharerId: string | null;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        trace?: never;
    };
    "/api/v1/me/avatar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the caller's picture
         * @description The body is a photo, whatever its type; it is cut to a square. At most 20 MiB.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description The file. */
            requestBody: {
                content: {
                    "*/*": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            avatarUrl: string;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["not-a-picture.unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        post?: never;
        /** Take the caller's picture away */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/responses/{id}/watched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remember that the caller watched this story, and how far
         * @description Sent every now and then while it plays, and when it stops. Without a position, or near the end, the story begins anew the next time.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Seconds. */
                        position?: number | null;
                    };
                };
            };
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/responses/{id}/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The story that follows in the list where this one is watched */
        get: {
            parameters: {
                query?: {
                    /** @description Its topic, as the storyteller tells it; what is new; the favourites. Else topic. */
                    in?: "topic" | "feed" | "favorites";
                    /** @description In the feed of this storyteller alone. */
                    sharer?: string;
                    /** @description In the feed of this topic alone. */
                    topic?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            story: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                videoId: string | null;
                                /** Format: uuid */
                                promptId: string | null;
                                question: string | null;
                                /** Format: uuid */
                                topicId: string | null;
                                topicTitle: string | null;
                                sharer: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string | null;
                                    avatarUrl: string | null;
                                };
                                /**
                                 * @description Only me; everyone I invited; people I choose.
                                 * @enum {unknown}
                                 */
                                privacyLevel: "Private" | "Public" | "Custom";
                                summary: string | null;
                                responseNotes: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                createdAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                dateRecorded: string | null;
                                /** @description Seconds. */
                                duration: number | null;
                                videoStatus: ("WAITING" | "ASSET_CREATED" | "PREPARING" | "READY" | "ERRORED") | null;
                                progress: number | null;
                                errorMessage: string | null;
                                hasPicture: boolean | null;
                                /** @description A signed address of the picture. */
                                poster: string | null;
                                /** @description Whether the caller has watched it. */
                                seen: boolean;
                                canManage: boolean;
                            } | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/watching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the caller likes to watch */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Whether it is remembered what one watched. */
                            keepsHistory: boolean;
                            /** @description Whether captions show from the start. */
                            captions: boolean;
                            /** @description Whether the next story of a list starts by itself. */
                            playsOn: boolean;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change how the caller likes to watch */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Whether it is remembered what one watched. */
                        keepsHistory?: boolean;
                        /** @description Whether captions show from the start. */
                        captions?: boolean;
                        /** @description Whether the next story of a list starts by itself. */
                        playsOn?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Whether it is remembered what one watched. */
                            keepsHistory: boolean;
                            /** @description Whether captions show from the start. */
                            captions: boolean;
                            /** @description Whether the next story of a list starts by itself. */
                            playsOn: boolean;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        trace?: never;
    };
    "/api/v1/recently-watched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the caller watched, the latest first
         * @description Without stories that they may no longer watch.
         */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                videoId: string | null;
                                /** Format: uuid */
                                promptId: string | null;
                                question: string | null;
                                /** Format: uuid */
                                topicId: string | null;
                                topicTitle: string | null;
                                sharer: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string | null;
                                    avatarUrl: string | null;
                                };
                                /**
                                 * @description Only me; everyone I invited; people I choose.
                                 * @enum {unknown}
                                 */
                                privacyLevel: "Private" | "Public" | "Custom";
                                summary: string | null;
                                responseNotes: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                createdAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                dateRecorded: string | null;
                                /** @description Seconds. */
                                duration: number | null;
                                videoStatus: ("WAITING" | "ASSET_CREATED" | "PREPARING" | "READY" | "ERRORED") | null;
                                progress: number | null;
                                errorMessage: string | null;
                                hasPicture: boolean | null;
                                /** @description A signed address of the picture. */
                                poster: string | null;
                                /** @description Whether the caller has watched it. */
                                seen: boolean;
                                canManage: boolean;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                watchedAt: string;
                                /** @description Seconds: where the caller left off. */
                                position: number | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        /** Forget all that the caller watched */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recently-watched/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Remember again that the caller watched this story, and when
         * @description For taking back that it was forgotten.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601
                         */
                        watchedAt: string;
                        position: number | null;
                    };
                };
            };
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        post?: never;
        /** Forget that the caller watched this story */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/favorites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's favourite stories, the latest first
         * @description Without stories that they may no longer watch.
         */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                videoId: string | null;
                                /** Format: uuid */
                                promptId: string | null;
                                question: string | null;
                                /** Format: uuid */
                                topicId: string | null;
                                topicTitle: string | null;
                                sharer: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string | null;
                                    avatarUrl: string | null;
                                };
                                /**
                                 * @description Only me; everyone I invited; people I choose.
                                 * @enum {unknown}
                                 */
                                privacyLevel: "Private" | "Public" | "Custom";
                                summary: string | null;
                                responseNotes: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                createdAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                dateRecorded: string | null;
                                /** @description Seconds. */
                                duration: number | null;
                                videoStatus: ("WAITING" | "ASSET_CREATED" | "PREPARING" | "READY" | "ERRORED") | null;
                                progress: number | null;
                                errorMessage: string | null;
                                hasPicture: boolean | null;
                                /** @description A signed address of the picture. */
                                poster: string | null;
                                /** @description Whether the caller has watched it. */
                                seen: boolean;
                                canManage: boolean;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/responses/{id}/favorite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a story a favourite */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        /** A story is no longer a favourite */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What matches: stories, topics summed up, attachments, objects, people and questions to tell
         * @description The best match first, of the 100 best of each kind. Stories: ready recordings, and one's own. Names are found by how they sound. Choices are counted of the kind that is asked for; without one, of what was told and of what lies beside it.
         */
        get: {
            parameters: {
                query?: {
                    /** @description As in a search engine. With a person it may be left out: all that there is of them. */
                    q?: string;
                    /** @description In which q is written, as en or es-MX. */
                    language?: string;
                    /** @description Of this kind alone; without it, the best of each. */
                    kind?: "stories" | "topicVideos" | "attachments" | "objects" | "people" | "questions";
                    /** @description Of this storyteller alone. */
                    sharer?: string;
                    /** @description Of one person alone, by the id that they are found with: what a storyteller told; or photos with somebody, what those lie beside, and what has all of their name in it. */
                    person?: string;
                    /** @description Of this topic alone. */
                    topic?: string;
                    /** @description From this year on: in which a story was told, or that a photo shows. */
                    from?: string;
                    /** @description Up to this year, and with it. */
                    to?: string;
                    /** @description Stories alone that the caller has not watched. */
                    unseen?: "true" | "false";
                    /** @description nextCursor of the page before: of the kind, and of stories without one. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                story: {
                                    /** Format: uuid */
                                    id: string;
                                    /** Format: uuid */
                                    videoId: string | null;
                                    /** Format: uuid */
                                    promptId: string | null;
                                    question: string | null;
                                    /** Format: uuid */
                                    topicId: string | null;
                                    topicTitle: string | null;
                                    sharer: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string | null;
                                        avatarUrl: string | null;
                                    };
                                    /**
                                     * @description Only me; everyone I invited; people I choose.
                                     * @enum {unknown}
                                     */
                                    privacyLevel: "Private" | "Public" | "Custom";
                                    summary: string | null;
                                    responseNotes: string | null;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601
                                     */
                                    createdAt: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601
                                     */
                                    dateRecorded: string | null;
                                    /** @description Seconds. */
                                    duration: number | null;
                                    videoStatus: ("WAITING" | "ASSET_CREATED" | "PREPARING" | "READY" | "ERRORED") | null;
                                    progress: number | null;
                                    errorMessage: string | null;
                                    hasPicture: boolean | null;
                                    /** @description A signed address of the picture. */
                                    poster: string | null;
                                    /** @description Whether the caller has watched it. */
                                    seen: boolean;
                                    canManage: boolean;
                                };
                                hits: {
                                    /** @enum {unknown} */
                                    field: "question" | "summary" | "notes" | "transcript";
                                    /** @description Seconds: where in the recording it is said. */
                                    at: number | null;
                                    /** @description Plain text, in order. */
                                    parts: {
                                        text: string;
                                        /** @description A word that was searched for. */
                                        hit: boolean;
                                    }[];
                                }[];
                            }[];
                            nextCursor: string | null;
                            /** @description How many stories match, 100 at the most. */
                            total: number;
                            /** @description Of whom there are matches. */
                            sharers: {
                                /** Format: uuid */
                                id: string;
                                name: string | null;
                                /** @description How many of the matches. */
                                count: number;
                            }[];
                            /** @description In which topics there are matches. */
                            topics: {
                                /** Format: uuid */
                                id: string;
                                name: string | null;
                                /** @description How many of the matches. */
                                count: number;
                            }[];
                            /** @description Of which ten years there are matches, by the first. */
                            decades: {
                                from: number;
                                count: number;
                            }[];
                            topicVideos: {
                                items: {
                                    topicVideo: {
                                        /** Format: uuid */
                                        id: string;
                                        /** Format: uuid */
                                        topicId: string | null;
                                        topicTitle: string | null;
                                        title: string | null;
                                        description: string | null;
                                        summary: string | null;
                                        sharer: {
                                            /** Format: uuid */
                                            id: string;
                                            name: string | null;
                                            avatarUrl: string | null;
                                        };
                                        /** @enum {unknown} */
                                        status: "WAITING" | "ASSET_CREATED" | "PREPARING" | "READY" | "ERRORED";
                                        /** @description 0 to 1 while PREPARING. */
                                        progress: number | null;
                                        errorMessage: string | null;
                                        /** @description Seconds. */
                                        duration: number | null;
                                        hasPicture: boolean | null;
                                        /** @description A signed address of the picture. */
                                        poster: string | null;
                                        /**
                                         * Format: date-time
                                         * @description ISO 8601
                                         */
                                        createdAt: string;
                                        /**
                                         * Format: date-time
                                         * @description ISO 8601
                                         */
                                        dateRecorded: string | null;
                                        canManage: boolean;
                                    };
                                    hits: {
                                        /** @enum {unknown} */
                                        field: "title" | "summary" | "description" | "transcript";
                                        /** @description Seconds: where in the recording it is said. */
                                        at: number | null;
                                        /** @description Plain text, in order. */
                                        parts: {
                                            text: string;
                                            /** @description A word that was searched for. */
                                            hit: boolean;
                                        }[];
                                    }[];
                                }[];
                                nextCursor: string | null;
                            };
                            attachments: {
                                items: {
                                    attachment: {
                                        /** Format: uuid */
                                        id: string;
                                        /** Format: uuid */
                                        responseId: string;
                                        /** Format: uuid */
                                        sharerId: string;
                                        question: string | null;
                                        /** Format: uuid */
                                        topicId: string | null;
                                        /** Format: uuid */
                                        objectId: string | null;
                                        /** @enum {unknown} */
                                        kind: "photo" | "audio" | "document";
                                        fileName: string | null;
                                        /** @description By its content. */
                                        fileType: string | null;
                                        /** @description Bytes. */
                                        fileSize: number | null;
                                        title: string | null;
                                        description: string | null;
                                        /**
                                         * Format: date
                                         * @description Where the day is known.
                                         */
                                        dateCaptured: string | null;
                                        yearCaptured: number | null;
                                        estimatedYear: number | null;
                                        /** @enum {unknown} */
                                        state: "waiting" | "processing" | "ready" | "refused";
                                        problem: ("empty" | "damaged" | "too-many-pixels" | "film" | "archive" | "web-page" | "program" | "locked" | "unknown-kind" | "not-finished" | "not-playable") | null;
                                        width: number | null;
                                        height: number | null;
                                        /**
                                         * Format: date-time
                                         * @description ISO 8601
                                         */
                                        uploadedAt: string;
                                        people: {
                                            /** Format: uuid */
                                            id: string;
                                            name: string;
                                            relation: ("Self" | "Spouse" | "Partner" | "Mother" | "Father" | "Stepmother" | "Stepfather" | "Daughter" | "Son" | "Stepdaughter" | "Stepson" | "Child" | "Sister" | "Brother" | "Sibling" | "Grandmother" | "Grandfather" | "Grandparent" | "GreatGrandmother" | "GreatGrandfather" | "Granddaughter" | "Grandson" | "Grandchild" | "GreatGrandchild" | "Aunt" | "Uncle" | "Niece" | "Nephew" | "Cousin" | "MotherInLaw" | "FatherInLaw" | "DaughterInLaw" | "SonInLaw" | "SisterInLaw" | "BrotherInLaw" | "Godparent" | "Godchild" | "Guardian" | "Friend" | "Neighbor" | "Colleague" | "Teacher" | "Other") | null;
                                        }[];
                                        canManage: boolean;
                                        /** @description Signed addresses, good for this session until expiresAt. ?download names the file. */
                                        files: {
                                            thumb: string | null;
                                            /** @description A photo at full screen, without its metadata. */
                                            view: string | null;
                                            /** @description A sound that every browser plays. */
                                            listen: string | null;
                                            document: string | null;
                                            /** @description The file as it came, for its managers. */
                                            original: string | null;
                                            /**
                                             * Format: date-time
                                             * @description ISO 8601
                                             */
                                            expiresAt: string;
                                        };
                                    };
                                    title: {
                                        text: string;
                                        /** @description A word that was searched for. */
                                        hit: boolean;
                                    }[] | null;
                                    description: {
                                        text: string;
                                        /** @description A word that was searched for. */
                                        hit: boolean;
                                    }[] | null;
                                }[];
                                nextCursor: string | null;
                            };
                            objects: {
                                items: {
                                    object: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                        description: string | null;
                                        /** Format: uuid */
                                        categoryId: string | null;
                                        /**
                                         * Format: uuid
                                         * @description The story that it lies beside.
                                         */
                                        responseId: string | null;
                                        category: string | null;
                                        question: string | null;
                                        /** @description A signed address of its first photo. */
                                        cover: string | null;
                                        /**
                                         * Format: date-time
                                         * @description ISO 8601
                                         */
                                        createdAt: string;
                                        canManage: boolean;
                                        /**
                                         * Format: uuid
                                         * @description Whose it is, if they tell.
                                         */
                                        sharerId: string | null;
                                    };
                                    title: {
                                        text: string;
                                        /** @description A word that was searched for. */
                                        hit: boolean;
                                    }[] | null;
                                    description: {
                                        text: string;
                                        /** @description A word that was searched for. */
                                        hit: boolean;
                                    }[] | null;
                                }[];
                                nextCursor: string | null;
                            };
                            people: {
                                items: {
                                    /** Format: uuid */
                                    id: string;
                                    /**
                                     * @description Whom the caller hears: id is sharerId. In photos: id is the person tag.
                                     * @enum {unknown}
                                     */
                                    role: "storyteller" | "in-photos";
                                    /** @description Plain text, in order. */
                                    name: {
                                        text: string;
                                        /** @description A word that was searched for. */
                                        hit: boolean;
                                    }[];
                                    avatarUrl: string | null;
                                    relation: ("Self" | "Spouse" | "Partner" | "Mother" | "Father" | "Stepmother" | "Stepfather" | "Daughter" | "Son" | "Stepdaughter" | "Stepson" | "Child" | "Sister" | "Brother" | "Sibling" | "Grandmother" | "Grandfather" | "Grandparent" | "GreatGrandmother" | "GreatGrandfather" | "Granddaughter" | "Grandson" | "Grandchild" | "GreatGrandchild" | "Aunt" | "Uncle" | "Niece" | "Nephew" | "Cousin" | "MotherInLaw" | "FatherInLaw" | "DaughterInLaw" | "SonInLaw" | "SisterInLaw" | "BrotherInLaw" | "Godparent" | "Godchild" | "Guardian" | "Friend" | "Neighbor" | "Colleague" | "Teacher" | "Other") | null;
                                    /** @description 1 for a word that is part of the name, 0.9 for its beginning, less if only like it. */
                                    likeness: number;
                                    /**
                                     * Format: uuid
                                     * @description In whose photos.
                                     */
                                    sharerId: string;
                                    sharerName: string | null;
                                    /** @description In how many that the caller may see. */
                                    attachments: number;
                                }[];
                                nextCursor: string | null;
                            };
                            questions: {
                                items: {
                                    /** Format: uuid */
                                    id: string;
                                    /** @description Plain text, in order. */
                                    text: {
                                        text: string;
                                        /** @description A word that was searched for. */
                                        hit: boolean;
                                    }[];
                                    /** Format: uuid */
                                    topicId: string | null;
                                    topic: {
                                        text: string;
                                        /** @description A word that was searched for. */
                                        hit: boolean;
                                    }[] | null;
                                }[];
                                nextCursor: string | null;
                            };
                            /** @description How many match of each kind, 100 at the most, whichever is chosen. */
                            counts: {
                                stories: number;
                                topicVideos: number;
                                attachments: number;
                                objects: number;
                                people: number;
                                questions: number;
                            };
                            person: {
                                /** Format: uuid */
                                id: string;
                                /**
                                 * @description Whom the caller hears: id is sharerId. In photos: id is the person tag.
                                 * @enum {unknown}
                                 */
                                role: "storyteller" | "in-photos";
                                /** @description Plain text, in order. */
                                name: {
                                    text: string;
                                    /** @description A word that was searched for. */
                                    hit: boolean;
                                }[];
                                avatarUrl: string | null;
                                relation: ("Self" | "Spouse" | "Partner" | "Mother" | "Father" | "Stepmother" | "Stepfather" | "Daughter" | "Son" | "Stepdaughter" | "Stepson" | "Child" | "Sister" | "Brother" | "Sibling" | "Grandmother" | "Grandfather" | "Grandparent" | "GreatGrandmother" | "GreatGrandfather" | "Granddaughter" | "Grandson" | "Grandchild" | "GreatGrandchild" | "Aunt" | "Uncle" | "Niece" | "Nephew" | "Cousin" | "MotherInLaw" | "FatherInLaw" | "DaughterInLaw" | "SonInLaw" | "SisterInLaw" | "BrotherInLaw" | "Godparent" | "Godchild" | "Guardian" | "Friend" | "Neighbor" | "Colleague" | "Teacher" | "Other") | null;
                                /** @description 1 for a word that is part of the name, 0.9 for its beginning, less if only like it. */
                                likeness: number;
                                /**
                                 * Format: uuid
                                 * @description In whose photos.
                                 */
                                sharerId: string;
                                sharerName: string | null;
                                /** @description In how many that the caller may see. */
                                attachments: number;
                            } | null;
                            /** @description False where q has nothing to look for: signs alone, or words as common as “the”. */
                            hasWords: boolean;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search/spelling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a search may have been meant that finds little or nothing
         * @description Its first word that finds nothing, spelt as words that there are in what the caller may read; the nearest first. Reads through the newest of that, so it is asked for where it is needed.
         */
        get: {
            parameters: {
                query: {
                    /** @description As it was asked. */
                    q: string;
                    /** @description In which q is written, as en or es-MX. */
                    language?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                q: string;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stories of everybody the caller follows, newest first
         * @description Stories whose recording can be played. Ready ones only.
         */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before. */
                    cursor?: string;
                    /** @description Of this storyteller alone. */
                    sharer?: string;
                    /** @description Of this topic alone. */
                    topic?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                videoId: string | null;
                                /** Format: uuid */
                                promptId: string | null;
                                question: string | null;
                                /** Format: uuid */
                                topicId: string | null;
                                topicTitle: string | null;
                                sharer: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string | null;
                                    avatarUrl: string | null;
                                };
                                /**
                                 * @description Only me; everyone I invited; people I choose.
                                 * @enum {unknown}
                                 */
                                privacyLevel: "Private" | "Public" | "Custom";
                                summary: string | null;
                                responseNotes: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                createdAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                dateRecorded: string | null;
                                /** @description Seconds. */
                                duration: number | null;
                                videoStatus: ("WAITING" | "ASSET_CREATED" | "PREPARING" | "READY" | "ERRORED") | null;
                                progress: number | null;
                                errorMessage: string | null;
                                hasPicture: boolean | null;
                                /** @description A signed address of the picture. */
                                poster: string | null;
                                /** @description Whether the caller has watched it. */
                                seen: boolean;
                                canManage: boolean;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feed/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The topics of the feed, and how much is new in each */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                stories: number;
                                /** @description How many of them the caller has not watched. */
                                unseen: number;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/downloads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's copies, the latest asked for first; of one recording, or of all */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before. */
                    cursor?: string;
                    videoId?: string;
                    topicVideoId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /**
                                 * @description The best that is watched; its sound alone; as it came, for its managers.
                                 * @enum {unknown}
                                 */
                                quality: "high" | "audio" | "original";
                                /**
                                 * @description completed: its last byte was sent, or a video host was left to send it. It can be fetched until expiresAt all the same.
                                 * @enum {unknown}
                                 */
                                status: "preparing" | "ready" | "completed" | "failed" | "expired";
                                problem: ("gone" | "unavailable" | "not-made" | "gave-up") | null;
                                bytes: number | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                requestedAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                downloadedAt: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                expiresAt: string | null;
                                of: {
                                    /** Format: uuid */
                                    videoId: string | null;
                                    /** Format: uuid */
                                    storyId: string | null;
                                    /** Format: uuid */
                                    topicVideoId: string | null;
                                    title: string | null;
                                    sharerName: string | null;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601
                                     */
                                    dateRecorded: string | null;
                                    hasPicture: boolean;
                                    /** @description A signed address of the picture. */
                                    poster: string | null;
                                } | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        /**
         * Ask for a copy of a recording or of a topic video
         * @description The same again gives the same; anew where it failed or is over. 409: it cannot be watched yet. 403: the original is for managers.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        videoId?: string;
                        /** Format: uuid */
                        topicVideoId?: string;
                        /**
                         * @description The best that is watched; its sound alone; as it came, for its managers.
                         * @enum {unknown}
                         */
                        quality: "high" | "audio" | "original";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /**
                             * @description The best that is watched; its sound alone; as it came, for its managers.
                             * @enum {unknown}
                             */
                            quality: "high" | "audio" | "original";
                            /**
                             * @description completed: its last byte was sent, or a video host was left to send it. It can be fetched until expiresAt all the same.
                             * @enum {unknown}
                             */
                            status: "preparing" | "ready" | "completed" | "failed" | "expired";
                            problem: ("gone" | "unavailable" | "not-made" | "gave-up") | null;
                            bytes: number | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            requestedAt: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            downloadedAt: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            expiresAt: string | null;
                            of: {
                                /** Format: uuid */
                                videoId: string | null;
                                /** Format: uuid */
                                storyId: string | null;
                                /** Format: uuid */
                                topicVideoId: string | null;
                                title: string | null;
                                sharerName: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                dateRecorded: string | null;
                                hasPicture: boolean;
                                /** @description A signed address of the picture. */
                                poster: string | null;
                            } | null;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/downloads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a copy stands */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /**
                             * @description The best that is watched; its sound alone; as it came, for its managers.
                             * @enum {unknown}
                             */
                            quality: "high" | "audio" | "original";
                            /**
                             * @description completed: its last byte was sent, or a video host was left to send it. It can be fetched until expiresAt all the same.
                             * @enum {unknown}
                             */
                            status: "preparing" | "ready" | "completed" | "failed" | "expired";
                            problem: ("gone" | "unavailable" | "not-made" | "gave-up") | null;
                            bytes: number | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            requestedAt: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            downloadedAt: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            expiresAt: string | null;
                            of: {
                                /** Format: uuid */
                                videoId: string | null;
                                /** Format: uuid */
                                storyId: string | null;
                                /** Format: uuid */
                                topicVideoId: string | null;
                                title: string | null;
                                sharerName: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                dateRecorded: string | null;
                                hasPicture: boolean;
                                /** @description A signed address of the picture. */
                                poster: string | null;
                            } | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        /** Take a copy off the list; what was fetched of it stays where it is */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/downloads/{id}/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a copy that is ready can be fetched for a while
         * @description A signed address, good for this session until expiresAt, in parts (Range) too; it may lead on to a video host (302), each time anew. 409: it is not ready, or over. 404: also when the caller may no longer watch the recording.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            url: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            expiresAt: string;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["wrong-state"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations to the caller’s own stories, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                email: string;
                                /** @enum {unknown} */
                                role: "LISTENER" | "EXECUTOR";
                                /** @enum {unknown} */
                                status: "PENDING" | "ACCEPTED" | "DECLINED" | "EXPIRED";
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                createdAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                expiresAt: string;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        /**
         * Invite somebody by e-mail
         * @description The link is shown this once.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        /** @enum {unknown} */
                        role: "LISTENER" | "EXECUTOR";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            link: string;
                            /** @description False where there is no mail server: hand the link over. */
                            mailed: boolean;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["invited-enough.invited-them-enough.too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an invitation again, open or expired
         * @description With another link and 14 days more; the link before works no longer.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            link: string;
                            /** @description False where there is no mail server: hand the link over. */
                            mailed: boolean;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["invited-enough.invited-them-enough.too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an invitation says, for whoever holds its link */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description What follows # in the link. */
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sharerName: string | null;
                            inviterName: string | null;
                            /** @enum {unknown} */
                            role: "LISTENER" | "EXECUTOR";
                            /** @enum {unknown} */
                            status: "PENDING" | "ACCEPTED" | "DECLINED" | "EXPIRED";
                            inviteeEmail: string;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                403: components["responses"]["insufficient-scope.not-allowed"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation
         * @description Accepting twice changes nothing.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description What follows # in the link. */
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            sharerId: string;
                            sharerName: string | null;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["email-mismatch.email-unconfirmed.insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                410: components["responses"]["invitation-closed.invitation-expired"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline an invitation */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description What follows # in the link. */
                        token: string;
                    };
                };
            };
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["email-mismatch.email-unconfirmed.insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                410: components["responses"]["invitation-closed.invitation-expired"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listeners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who listens to the caller's stories */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string | null;
                                avatarUrl: string | null;
                                hasAccess: boolean;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                sharedSince: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                lastViewed: string | null;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listeners/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a connection */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        /** Pause or restore somebody’s access */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        hasAccess: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            avatarUrl: string | null;
                            hasAccess: boolean;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            sharedSince: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            lastViewed: string | null;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        trace?: never;
    };
    "/api/v1/following": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose stories the caller may watch */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                sharerId: string;
                                name: string | null;
                                avatarUrl: string | null;
                                hasAccess: boolean;
                                notifications: boolean;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/following/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Follow somebody no longer */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        /** Be told of this storyteller’s stories, or not */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        notifications: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            sharerId: string;
                            name: string | null;
                            avatarUrl: string | null;
                            hasAccess: boolean;
                            notifications: boolean;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        trace?: never;
    };
    "/api/v1/follow-asks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom the caller asked and does not follow yet, the latest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @description As it was asked; null for a link. */
                                handle: string | null;
                                /** @description Whose link it was. */
                                name: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                askedAt: string;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        /**
         * Ask a storyteller to let the caller watch
         * @description The answer is the same whether or not there is such a storyteller. 429 after 20 within a day.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description An exact username, an e-mail address, or the code of a link. */
                        whom: string;
                    };
                };
            };
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["asked-enough.too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/follow-asks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ask no longer */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/follow-links/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose link it is, for whoever was given it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            sharerId: string;
                            name: string | null;
                            avatarUrl: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/follow-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The link by which people ask to watch; made the first time */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            link: string;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/follow-link/anew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another such link; the one before leads nowhere then */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            link: string;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/follow-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who asks to watch, and who was refused, the newest first
         * @description The newest 200. A no can be turned into a yes later.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string | null;
                                avatarUrl: string | null;
                                /** @enum {unknown} */
                                status: "PENDING" | "DENIED";
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                createdAt: string;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/follow-requests/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let somebody who asked watch, or not
         * @description The same answer again changes nothing. Who was let in is paused, not refused.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        approve: boolean;
                    };
                };
            };
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/looked-after": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose stories the caller looks after */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /**
                                 * Format: uuid
                                 * @description Their sharerId, for the header Telloom-For.
                                 */
                                id: string;
                                name: string | null;
                                avatarUrl: string | null;
                                stories: number;
                                /** @description Of the newest story. */
                                newestQuestion: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                newestAt: string | null;
                                /** @description Other words that listeners suggested, not answered. */
                                suggestions: number;
                                /** @description Recordings that could not be made ready. */
                                troubled: number;
                                /** @description Invitations that nobody answered yet. */
                                unanswered: number;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keeper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who looks after the caller’s own stories */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            keeper: {
                                name: string | null;
                                avatarUrl: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                since: string;
                            } | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        /** End that somebody looks after them */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What others did with what is the caller’s own, newest first
         * @description A keeper who acts for a storyteller reads what they did themselves.
         */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                actorName: string | null;
                                actorAvatarUrl: string | null;
                                /**
                                 * @description As keeper, admin, or a listener who may write.
                                 * @enum {unknown}
                                 */
                                actedAs: "EXECUTOR" | "ADMIN" | "LISTENER" | "SHARER";
                                /** @enum {unknown} */
                                action: "INSERT" | "UPDATE" | "DELETE";
                                /** @enum {unknown} */
                                thing: "story" | "recording" | "words" | "suggestion" | "topicVideo" | "drawnOn" | "topic" | "attachment" | "person" | "personInPhoto" | "object" | "permission" | "listener" | "keeper" | "invitation" | "followRequest";
                                /** @description What it was called then. */
                                name: string | null;
                                /** @description What it belongs to, such as the story of a photo. */
                                about: string | null;
                                /** @description The columns, of an UPDATE. */
                                changed: string[];
                                /** @description What was chosen, such as who may see a story. */
                                became: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                createdAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own subscription */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description False: this Telloom asks for no money. */
                            isNeeded: boolean;
                            /** @description False: new recordings wait. Everything else goes on. */
                            mayRecord: boolean;
                            held: {
                                /** @description The name of what was bought. */
                                plan: string | null;
                                /** @description As RevenueCat says it; more may come. */
                                status: string | null;
                                givesAccess: boolean;
                                /** @description Whether it goes on by itself after periodEndsAt. */
                                renews: boolean;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                periodEndsAt: string | null;
                                store: string | null;
                                /** @description Where its owner changes or ends it. */
                                managementUrl: string | null;
                            } | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/subscription/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch one’s own subscription again
         * @description Right after buying, where RevenueCat is slow to say so.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How payments are doing */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            isOn: boolean;
                            /** @description Storytellers whose new recordings wait. */
                            waiting: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            lastEventAt: string | null;
                            /** @description The newest events that name nobody here. */
                            strangers: {
                                type: string;
                                customers: string[];
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                receivedAt: string;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/payments/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fetch the catalogue and every customer again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/revenuecat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an event of RevenueCat
         * @description With the Authorization header that was set there. 404 where none is set.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description The file. */
            requestBody: {
                content: {
                    "application/json": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            received: boolean;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every storyteller with the subscription that counts, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before. */
                    cursor?: string;
                    /** @description Whether they may record. */
                    state?: "recording" | "waiting";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                profileId: string;
                                name: string | null;
                                email: string | null;
                                mayRecord: boolean;
                                /** @description The name of what was bought. */
                                plan: string | null;
                                /** @description As RevenueCat says it. null: nothing was bought. */
                                status: string | null;
                                givesAccess: boolean;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                periodEndsAt: string | null;
                                store: string | null;
                                environment: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                fetchedAt: string | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/people/{id}/subscription/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch what somebody bought again
         * @description 409 where no payment service is connected.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the caller was told of, newest first
         * @description Without what they may no longer see. New stories of one storyteller are one line.
         */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {unknown} */
                                kind: "story" | "follow-request" | "invitation" | "invitation-answered" | "access-given" | "access-paused" | "recording-ready" | "recording-failed";
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                createdAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                readAt: string | null;
                                /** @description How many are folded into this line: 3 new stories. */
                                count: number;
                                /** @description Whose stories. */
                                sharer: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string | null;
                                    avatarUrl: string | null;
                                };
                                /** @description Who asked, invited or answered; without a name where the caller sees no card. */
                                person: {
                                    name: string | null;
                                    avatarUrl: string | null;
                                };
                                /** @description The invited address, for who invited. */
                                email: string | null;
                                /** @description What an invitation was answered with. */
                                accepted: boolean | null;
                                /** Format: uuid */
                                followRequestId: string | null;
                                /** Format: uuid */
                                storyId: string | null;
                                /** Format: uuid */
                                topicVideoId: string | null;
                                /** @description Of the newest story. */
                                question: string | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much is unread */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Lines that are unread. */
                            count: number;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a line as read, with all that is folded into it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Lines that are unread. */
                            count: number;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark as read all that there was
         * @description Up to the newest line that the caller sees: what came later stays unread.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        upTo: string;
                    };
                };
            };
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller wants to be told of, and how */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Of everything, by every way it can come. */
                            switches: {
                                /** @enum {unknown} */
                                about: "stories" | "people" | "access" | "recordings";
                                /** @enum {unknown} */
                                channel: "app" | "mail" | "push";
                                isOn: boolean;
                            }[];
                            language: ("en" | "es") | null;
                            /** @description Such as Europe/Madrid. */
                            timeZone: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what the caller is told of, and how
         * @description What is left out stays as it is.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        switches?: {
                            /** @enum {unknown} */
                            about: "stories" | "people" | "access" | "recordings";
                            /** @enum {unknown} */
                            channel: "app" | "mail" | "push";
                            isOn: boolean;
                        }[];
                        language?: ("en" | "es") | null;
                        /** @description Such as Europe/Madrid. */
                        timeZone?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Of everything, by every way it can come. */
                            switches: {
                                /** @enum {unknown} */
                                about: "stories" | "people" | "access" | "recordings";
                                /** @enum {unknown} */
                                channel: "app" | "mail" | "push";
                                isOn: boolean;
                            }[];
                            language: ("en" | "es") | null;
                            /** @description Such as Europe/Madrid. */
                            timeZone: string | null;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        trace?: never;
    };
    "/api/v1/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send this person no more mails of what is new
         * @description Needs no session: the token of the mail is enough, and does only this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                403: components["responses"]["insufficient-scope.not-allowed"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/push/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The key by which push services know this Telloom */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            publicKey: string;
                        };
                    };
                };
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/push/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell the caller on this device what is new
         * @description As PushSubscription.toJSON() says it. Again for the same device: no harm.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description An address of a known push service. */
                        endpoint: string;
                        keys: {
                            p256dh: string;
                            auth: string;
                        };
                    };
                };
            };
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/push/unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell the caller nothing more on this device
         * @description A device that is told nothing stays so.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description An address of a known push service. */
                        endpoint: string;
                    };
                };
            };
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/about": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a visitor may know of this Telloom */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description False: an admin passes mail on by hand. */
                            sendsMail: boolean;
                            /** @description Other services that one may sign in through. */
                            signInServices: {
                                id: string;
                                name: string;
                            }[];
                        };
                    };
                };
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mail that was written, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before. */
                    cursor?: string;
                    /** @description failed: the last attempt was refused; more may follow. */
                    status?: "kept" | "queued" | "sent" | "failed";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                to: string;
                                subject: string;
                                /** @description null: it lets somebody in, and no admin has to pass it on. */
                                text: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                createdAt: string;
                                /**
                                 * @description failed: the last attempt was refused; more may follow.
                                 * @enum {unknown}
                                 */
                                status: "kept" | "queued" | "sent" | "failed";
                                attempts: number;
                                lastError: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                sentAt: string | null;
                                canSendAgain: boolean;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/mail/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a mail at once, also one that was sent
         * @description 409 where there is no mail server, while it is under way, and where what it said is forgotten.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/prompts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every question, in the order of asking */
        get: {
            parameters: {
                query?: {
                    /** @description A part of its words. */
                    q?: string;
                    /** @description `none`: those without a topic. */
                    category?: string | "none";
                    theme?: "LIFE_EXPERIENCES" | "HEALTH_AND_WELLBEING" | "FOOD" | "FAMILY" | "WORK" | "FAITH_AND_VALUES" | "PLACES" | "CUSTOM";
                    flag?: "context" | "object";
                    state?: "asked" | "retired";
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                text: string;
                                /** Format: uuid */
                                categoryId: string | null;
                                type: string;
                                /** @description Asked before the others of its topic. */
                                isContextEstablishing: boolean;
                                /** @description Asks about a thing that is kept. */
                                isObjectPrompt: boolean;
                                category: string | null;
                                theme: ("LIFE_EXPERIENCES" | "HEALTH_AND_WELLBEING" | "FOOD" | "FAMILY" | "WORK" | "FAITH_AND_VALUES" | "PLACES" | "CUSTOM") | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                retiredAt: string | null;
                                /** @description How many stories answer it. */
                                stories: number;
                                /** @description How many recordings were made for it, told or not. */
                                recordings: number;
                            }[];
                            /** @description How many there are of these. */
                            total: number;
                            nextCursor: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        /**
         * Add a question, after the last one of its topic
         * @description With an Idempotency-Key, repeating the request gives the same question.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                        /** Format: uuid */
                        categoryId?: string | null;
                        type?: string;
                        /** @description Asked before the others of its topic. */
                        isContextEstablishing?: boolean;
                        /** @description Asks about a thing that is kept. */
                        isObjectPrompt?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            text: string;
                            /** Format: uuid */
                            categoryId: string | null;
                            type: string;
                            /** @description Asked before the others of its topic. */
                            isContextEstablishing: boolean;
                            /** @description Asks about a thing that is kept. */
                            isObjectPrompt: boolean;
                            category: string | null;
                            theme: ("LIFE_EXPERIENCES" | "HEALTH_AND_WELLBEING" | "FOOD" | "FAMILY" | "WORK" | "FAITH_AND_VALUES" | "PLACES" | "CUSTOM") | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            retiredAt: string | null;
                            /** @description How many stories answer it. */
                            stories: number;
                            /** @description How many recordings were made for it, told or not. */
                            recordings: number;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/prompts/alike": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pairs of questions that ask nearly the same, the most alike first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                likeness: number;
                                one: {
                                    /** Format: uuid */
                                    id: string;
                                    text: string;
                                    /** Format: uuid */
                                    categoryId: string | null;
                                    type: string;
                                    /** @description Asked before the others of its topic. */
                                    isContextEstablishing: boolean;
                                    /** @description Asks about a thing that is kept. */
                                    isObjectPrompt: boolean;
                                    category: string | null;
                                    theme: ("LIFE_EXPERIENCES" | "HEALTH_AND_WELLBEING" | "FOOD" | "FAMILY" | "WORK" | "FAITH_AND_VALUES" | "PLACES" | "CUSTOM") | null;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601
                                     */
                                    retiredAt: string | null;
                                    /** @description How many stories answer it. */
                                    stories: number;
                                    /** @description How many recordings were made for it, told or not. */
                                    recordings: number;
                                };
                                other: {
                                    /** Format: uuid */
                                    id: string;
                                    text: string;
                                    /** Format: uuid */
                                    categoryId: string | null;
                                    type: string;
                                    /** @description Asked before the others of its topic. */
                                    isContextEstablishing: boolean;
                                    /** @description Asks about a thing that is kept. */
                                    isObjectPrompt: boolean;
                                    category: string | null;
                                    theme: ("LIFE_EXPERIENCES" | "HEALTH_AND_WELLBEING" | "FOOD" | "FAMILY" | "WORK" | "FAITH_AND_VALUES" | "PLACES" | "CUSTOM") | null;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601
                                     */
                                    retiredAt: string | null;
                                    /** @description How many stories answer it. */
                                    stories: number;
                                    /** @description How many recordings were made for it, told or not. */
                                    recordings: number;
                                };
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/prompts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A question */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            text: string;
                            /** Format: uuid */
                            categoryId: string | null;
                            type: string;
                            /** @description Asked before the others of its topic. */
                            isContextEstablishing: boolean;
                            /** @description Asks about a thing that is kept. */
                            isObjectPrompt: boolean;
                            category: string | null;
                            theme: ("LIFE_EXPERIENCES" | "HEALTH_AND_WELLBEING" | "FOOD" | "FAMILY" | "WORK" | "FAITH_AND_VALUES" | "PLACES" | "CUSTOM") | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            retiredAt: string | null;
                            /** @description How many stories answer it. */
                            stories: number;
                            /** @description How many recordings were made for it, told or not. */
                            recordings: number;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete a question that nobody has told
         * @description 409 `in-use` where a story or a recording belongs to it: retire it instead.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.in-use.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Change, move, retire or bring back a question
         * @description Moved to another topic it comes last there. Retired, it is asked no more; what was told stays with it.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text?: string;
                        /** Format: uuid */
                        categoryId?: string | null;
                        type?: string;
                        /** @description Asked before the others of its topic. */
                        isContextEstablishing?: boolean;
                        /** @description Asks about a thing that is kept. */
                        isObjectPrompt?: boolean;
                        retired?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            text: string;
                            /** Format: uuid */
                            categoryId: string | null;
                            type: string;
                            /** @description Asked before the others of its topic. */
                            isContextEstablishing: boolean;
                            /** @description Asks about a thing that is kept. */
                            isObjectPrompt: boolean;
                            category: string | null;
                            theme: ("LIFE_EXPERIENCES" | "HEALTH_AND_WELLBEING" | "FOOD" | "FAMILY" | "WORK" | "FAITH_AND_VALUES" | "PLACES" | "CUSTOM") | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            retiredAt: string | null;
                            /** @description How many stories answer it. */
                            stories: number;
                            /** @description How many recordings were made for it, told or not. */
                            recordings: number;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        trace?: never;
    };
    "/api/v1/admin/prompt-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every topic, in its order */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                category: string;
                                description: string | null;
                                theme: ("LIFE_EXPERIENCES" | "HEALTH_AND_WELLBEING" | "FOOD" | "FAMILY" | "WORK" | "FAITH_AND_VALUES" | "PLACES" | "CUSTOM") | null;
                                /** @description How many questions it has that are asked. */
                                asked: number;
                                /** @description How many it has that are not asked any more. */
                                retired: number;
                                /** @description How many storytellers have summed it up. */
                                topicVideos: number;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        /**
         * Add a topic, after the last one
         * @description With an Idempotency-Key, repeating the request gives the same topic.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        category: string;
                        description?: string | null;
                        theme?: ("LIFE_EXPERIENCES" | "HEALTH_AND_WELLBEING" | "FOOD" | "FAMILY" | "WORK" | "FAITH_AND_VALUES" | "PLACES" | "CUSTOM") | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            category: string;
                            description: string | null;
                            theme: ("LIFE_EXPERIENCES" | "HEALTH_AND_WELLBEING" | "FOOD" | "FAMILY" | "WORK" | "FAITH_AND_VALUES" | "PLACES" | "CUSTOM") | null;
                            /** @description How many questions it has that are asked. */
                            asked: number;
                            /** @description How many it has that are not asked any more. */
                            retired: number;
                            /** @description How many storytellers have summed it up. */
                            topicVideos: number;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/prompt-categories/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put the topics in order
         * @description 412 where there are others by now.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description All of them, in their new order. */
                        ids: string[];
                    };
                };
            };
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                412: components["responses"]["changed-meanwhile"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/prompt-categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A topic */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            category: string;
                            description: string | null;
                            theme: ("LIFE_EXPERIENCES" | "HEALTH_AND_WELLBEING" | "FOOD" | "FAMILY" | "WORK" | "FAITH_AND_VALUES" | "PLACES" | "CUSTOM") | null;
                            /** @description How many questions it has that are asked. */
                            asked: number;
                            /** @description How many it has that are not asked any more. */
                            retired: number;
                            /** @description How many storytellers have summed it up. */
                            topicVideos: number;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete a topic that nothing belongs to
         * @description It leaves the lists of those who marked it. 409 `in-use` while questions or recordings belong to it.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.in-use.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        /** Change a topic */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        category?: string;
                        description?: string | null;
                        theme?: ("LIFE_EXPERIENCES" | "HEALTH_AND_WELLBEING" | "FOOD" | "FAMILY" | "WORK" | "FAITH_AND_VALUES" | "PLACES" | "CUSTOM") | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            category: string;
                            description: string | null;
                            theme: ("LIFE_EXPERIENCES" | "HEALTH_AND_WELLBEING" | "FOOD" | "FAMILY" | "WORK" | "FAITH_AND_VALUES" | "PLACES" | "CUSTOM") | null;
                            /** @description How many questions it has that are asked. */
                            asked: number;
                            /** @description How many it has that are not asked any more. */
                            retired: number;
                            /** @description How many storytellers have summed it up. */
                            topicVideos: number;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        trace?: never;
    };
    "/api/v1/admin/prompt-categories/{id}/prompts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All questions of a topic, in the order of asking */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                text: string;
                                /** Format: uuid */
                                categoryId: string | null;
                                type: string;
                                /** @description Asked before the others of its topic. */
                                isContextEstablishing: boolean;
                                /** @description Asks about a thing that is kept. */
                                isObjectPrompt: boolean;
                                category: string | null;
                                theme: ("LIFE_EXPERIENCES" | "HEALTH_AND_WELLBEING" | "FOOD" | "FAMILY" | "WORK" | "FAITH_AND_VALUES" | "PLACES" | "CUSTOM") | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                retiredAt: string | null;
                                /** @description How many stories answer it. */
                                stories: number;
                                /** @description How many recordings were made for it, told or not. */
                                recordings: number;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/prompt-categories/{id}/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put the questions of a topic in order
         * @description Those that are asked before the others stay before them. 412 where the topic has others by now.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description All of them, in their new order. */
                        ids: string[];
                    };
                };
            };
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                412: components["responses"]["changed-meanwhile"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/prompt-categories/{id}/empty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move all questions of a topic to the end of another */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description null: to no topic.
                         */
                        to: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            category: string;
                            description: string | null;
                            theme: ("LIFE_EXPERIENCES" | "HEALTH_AND_WELLBEING" | "FOOD" | "FAMILY" | "WORK" | "FAITH_AND_VALUES" | "PLACES" | "CUSTOM") | null;
                            /** @description How many questions it has that are asked. */
                            asked: number;
                            /** @description How many it has that are not asked any more. */
                            retired: number;
                            /** @description How many storytellers have summed it up. */
                            topicVideos: number;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/object-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every category of objects */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                description: string | null;
                                /** @description How many things are of this kind. */
                                objects: number;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        /**
         * Add a category of objects
         * @description With an Idempotency-Key, repeating the request gives the same category.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        description?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            description: string | null;
                            /** @description How many things are of this kind. */
                            objects: number;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/object-categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a category of objects
         * @description Things of this kind stay, and are without a kind from then on.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        /** Rename or describe a category of objects */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        description?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            description: string | null;
                            /** @description How many things are of this kind. */
                            objects: number;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        trace?: never;
    };
    "/api/v1/admin/prompts.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All questions as a CSV file
         * @description UTF-8 with a byte order mark. A cell that a spreadsheet would run as a formula begins with an apostrophe.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/prompts/import/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a CSV file of questions would change; nothing is changed
         * @description A line with an id is that one, a line without is the one that is called so, or else it is new. Columns that are not in the file stay as they are.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description The file. */
            requestBody: {
                content: {
                    "text/csv": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Say this to put in what was seen. */
                            plan: string;
                            added: number;
                            changed: number;
                            same: number;
                            /** @description The first 200, in the order of the file. */
                            changes: {
                                line: number;
                                /** @description The question or topic. */
                                name: string;
                                isNew: boolean;
                                /** @description Columns; none for what is new. */
                                changed: string[];
                            }[];
                            problemCount: number;
                            /** @description The first 200. */
                            problems: {
                                /** @description Of the file, from 1, which is the heading. */
                                line: number;
                                column: string | null;
                                /** @enum {unknown} */
                                reason: "not-utf8" | "quote" | "empty" | "too-many" | "no-such-column" | "column-twice" | "column-missing" | "cells" | "needed" | "too-long" | "control" | "not-yes-no" | "not-a-place" | "not-an-id" | "unknown-theme" | "unknown-category" | "unclear-category" | "twice" | "unclear";
                                /** @description What is there, cut short. */
                                found: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/prompts/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put in a CSV file of questions, all of it or nothing
         * @description 412 where it would do something else by now than what was seen.
         */
        post: {
            parameters: {
                query: {
                    plan: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description The file. */
            requestBody: {
                content: {
                    "text/csv": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            added: number;
                            changed: number;
                            same: number;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                412: components["responses"]["changed-meanwhile"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/prompt-categories.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All topics as a CSV file
         * @description UTF-8 with a byte order mark. A cell that a spreadsheet would run as a formula begins with an apostrophe.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/prompt-categories/import/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a CSV file of topics would change; nothing is changed
         * @description A line with an id is that one, a line without is the one that is called so, or else it is new. Columns that are not in the file stay as they are.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description The file. */
            requestBody: {
                content: {
                    "text/csv": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Say this to put in what was seen. */
                            plan: string;
                            added: number;
                            changed: number;
                            same: number;
                            /** @description The first 200, in the order of the file. */
                            changes: {
                                line: number;
                                /** @description The question or topic. */
                                name: string;
                                isNew: boolean;
                                /** @description Columns; none for what is new. */
                                changed: string[];
                            }[];
                            problemCount: number;
                            /** @description The first 200. */
                            problems: {
                                /** @description Of the file, from 1, which is the heading. */
                                line: number;
                                column: string | null;
                                /** @enum {unknown} */
                                reason: "not-utf8" | "quote" | "empty" | "too-many" | "no-such-column" | "column-twice" | "column-missing" | "cells" | "needed" | "too-long" | "control" | "not-yes-no" | "not-a-place" | "not-an-id" | "unknown-theme" | "unknown-category" | "unclear-category" | "twice" | "unclear";
                                /** @description What is there, cut short. */
                                found: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/prompt-categories/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put in a CSV file of topics, all of it or nothing
         * @description 412 where it would do something else by now than what was seen.
         */
        post: {
            parameters: {
                query: {
                    plan: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description The file. */
            requestBody: {
                content: {
                    "text/csv": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            added: number;
                            changed: number;
                            same: number;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                412: components["responses"]["changed-meanwhile"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/object-categories.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All kinds of things as a CSV file
         * @description UTF-8 with a byte order mark. A cell that a spreadsheet would run as a formula begins with an apostrophe.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/object-categories/import/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a CSV file of kinds of things would change; nothing is changed
         * @description A line with an id is that one, a line without is the one that is called so, or else it is new. Columns that are not in the file stay as they are.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description The file. */
            requestBody: {
                content: {
                    "text/csv": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Say this to put in what was seen. */
                            plan: string;
                            added: number;
                            changed: number;
                            same: number;
                            /** @description The first 200, in the order of the file. */
                            changes: {
                                line: number;
                                /** @description The question or topic. */
                                name: string;
                                isNew: boolean;
                                /** @description Columns; none for what is new. */
                                changed: string[];
                            }[];
                            problemCount: number;
                            /** @description The first 200. */
                            problems: {
                                /** @description Of the file, from 1, which is the heading. */
                                line: number;
                                column: string | null;
                                /** @enum {unknown} */
                                reason: "not-utf8" | "quote" | "empty" | "too-many" | "no-such-column" | "column-twice" | "column-missing" | "cells" | "needed" | "too-long" | "control" | "not-yes-no" | "not-a-place" | "not-an-id" | "unknown-theme" | "unknown-category" | "unclear-category" | "twice" | "unclear";
                                /** @description What is there, cut short. */
                                found: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/object-categories/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put in a CSV file of kinds of things, all of it or nothing
         * @description 412 where it would do something else by now than what was seen.
         */
        post: {
            parameters: {
                query: {
                    plan: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description The file. */
            requestBody: {
                content: {
                    "text/csv": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            added: number;
                            changed: number;
                            same: number;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                412: components["responses"]["changed-meanwhile"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How this Telloom is doing */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            people: number;
                            sharers: number;
                            stories: number;
                            recordings: {
                                ready: number;
                                preparing: number;
                                errored: number;
                            };
                            tools: {
                                /** @description Its version; null: recordings play as they came. */
                                ffmpeg: string | null;
                                /** @description What writes transcripts; null: by hand. */
                                transcripts: string | null;
                                /** @enum {unknown} */
                                mail: "outbox" | "smtp";
                            };
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody who has an account, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before. */
                    cursor?: string;
                    /** @description A part of a name or address. */
                    q?: string;
                    role?: "LISTENER" | "SHARER" | "EXECUTOR" | "ADMIN";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                fullName: string | null;
                                username: string | null;
                                email: string | null;
                                avatarUrl: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                createdAt: string;
                                roles: ("LISTENER" | "SHARER" | "EXECUTOR" | "ADMIN")[];
                                signIn: {
                                    /** @description Whether the address is known to be theirs. */
                                    isConfirmed: boolean;
                                    /** @description Nobody lets them in until an admin does. */
                                    isSuspended: boolean;
                                    hasPassword: boolean;
                                    /** @description On how many devices they are signed in. */
                                    sessions: number;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601
                                     */
                                    lastUsedAt: string | null;
                                } | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person, in numbers */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            fullName: string | null;
                            username: string | null;
                            email: string | null;
                            avatarUrl: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            createdAt: string;
                            roles: ("LISTENER" | "SHARER" | "EXECUTOR" | "ADMIN")[];
                            signIn: {
                                /** @description Whether the address is known to be theirs. */
                                isConfirmed: boolean;
                                /** @description Nobody lets them in until an admin does. */
                                isSuspended: boolean;
                                hasPassword: boolean;
                                /** @description On how many devices they are signed in. */
                                sessions: number;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                lastUsedAt: string | null;
                            } | null;
                            isMe: boolean;
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            leavesAt: string | null;
                            stories: number;
                            recordings: number;
                            attachments: number;
                            /** @description Of what they sent. */
                            bytes: number;
                            /** @description How many storytellers they follow. */
                            follows: number;
                            followedBy: number;
                            /** @description For how many storytellers they look after stories. */
                            keeps: number;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/people/{id}/admin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make somebody an admin */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        post?: never;
        /**
         * Take the role of admins from somebody else
         * @description 409 from oneself: another admin does that, so that one always remains.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/people/{id}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sign somebody else out everywhere, and let them in no more
         * @description What is theirs stays as it is. 409 for oneself.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        post?: never;
        /** Let somebody sign in again */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/people/{id}/new-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write to somebody how they choose a new password
         * @description The mail holds no secret: the page it leads to sends a code to whoever asks there. 409 where they have no address.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much room is left, and whether work piles up */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            disk: {
                                /** @description What is left where the recordings lie. */
                                freeBytes: number;
                                totalBytes: number;
                            };
                            database: {
                                bytes: number;
                                version: string;
                            };
                            queue: {
                                /** @description Jobs that could be under way by now. */
                                due: number;
                                failed: number;
                                /** @description How long the oldest of those that are due has waited. */
                                oldestSeconds: number | null;
                            };
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/storage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What takes the room: by folder, by bucket, by storyteller */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description What the folders of the data folder hold, the largest first. */
                            folders: {
                                name: string;
                                files: number;
                                /** @description null: it may not be read. */
                                bytes: number | null;
                            }[];
                            /** @description What is known by name in the buckets. */
                            buckets: {
                                name: string;
                                files: number;
                                bytes: number;
                            }[];
                            leftovers: {
                                recordings: number;
                                attachments: number;
                                atMux: number;
                            };
                            /** @description The hundred storytellers whose recordings and papers take most. */
                            sharers: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                profileId: string;
                                name: string | null;
                                recordings: number;
                                attachments: number;
                                /** @description Of what arrived, without what is made from it. */
                                bytes: number;
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Work in the background: what failed first, then what waits */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description At most 200. */
                            items: {
                                id: string;
                                /** @description What is done, such as `videos.process`. */
                                task: string;
                                /**
                                 * @description failed: it had its last attempt. retrying: an attempt failed, and another follows. later: not due yet.
                                 * @enum {unknown}
                                 */
                                state: "failed" | "retrying" | "running" | "waiting" | "later";
                                attempts: number;
                                maxAttempts: number;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                runAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                createdAt: string;
                                lastError: string | null;
                            }[];
                            counts: {
                                failed: number;
                                retrying: number;
                                running: number;
                                waiting: number;
                                later: number;
                            };
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a job at once, and as often as a new one
         * @description 409 while it is under way.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/jobs/{id}/give-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up a job
         * @description It has one last attempt at once, which tells whom it concerns. One that had its last goes from the list. 409 while it is under way.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events that Mux and RevenueCat sent, newest first, without what they carry */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before. */
                    cursor?: string;
                    source?: "mux" | "revenuecat";
                    /** @description unknown: it concerns nothing and nobody here. */
                    state?: "taken" | "failed" | "unknown";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {unknown} */
                                source: "mux" | "revenuecat";
                                /** @description As the sender calls it. */
                                eventId: string;
                                type: string;
                                /**
                                 * @description unknown: it concerns nothing and nobody here.
                                 * @enum {unknown}
                                 */
                                state: "taken" | "failed" | "unknown";
                                error: string | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                receivedAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/webhooks/{id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an event anew
         * @description Of Mux, at once; of RevenueCat, whose customer is fetched by a job. 409 where payments are off.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/integrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which services are set, and where; never to what */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @enum {unknown} */
                                name: "mux" | "revenuecat" | "mail" | "speech" | "summary";
                                /** @description Whether this server works with it. */
                                isOn: boolean;
                                /** @description Other values were entered since it started. */
                                waitsForStart: boolean;
                                settings: {
                                    /** @description As in the environment. */
                                    name: string;
                                    about: string;
                                    source: ("environment" | "entered" | "unreadable") | null;
                                }[];
                            }[];
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/integrations/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Enter settings of a service, which hold from the next start
         * @description They are kept encrypted and never shown again. 422 names each that cannot be used, and those that are set in the environment.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: "mux" | "revenuecat" | "mail" | "speech" | "summary";
                };
                cookie?: never;
            };
            /** @description By the names of the settings; null forgets what was entered. */
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: string | null;
                    };
                };
            };
            responses: {
                /** @description No content. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/integrations/{name}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a service whether it answers, and takes our keys
         * @description With what holds from the next start. 409 where it is not set.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: "mux" | "revenuecat" | "mail" | "speech" | "summary";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description refused: it answers, and does not take these keys.
                             * @enum {unknown}
                             */
                            outcome: "well" | "refused" | "unreachable" | "unclear";
                            /** @description What the service or the network said. */
                            said: string | null;
                        };
                    };
                };
                400: components["responses"]["malformed"];
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-allowed.not-keeper"];
                404: components["responses"]["not-found"];
                409: components["responses"]["conflict.wrong-state"];
                413: components["responses"]["too-large"];
                415: components["responses"]["unsupported"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What admins did, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @description As it was then. */
                                actorName: string | null;
                                /** @enum {unknown} */
                                action: "INSERT" | "UPDATE" | "DELETE" | "ACT";
                                /** @description The table; of an ACT, what was done, such as `mail.again`. */
                                thing: string;
                                thingId: string | null;
                                /** @description What it was called then. */
                                name: string | null;
                                /** @description Columns. */
                                changed: string[];
                                /**
                                 * Format: date-time
                                 * @description ISO 8601
                                 */
                                createdAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                401: components["responses"]["unauthenticated"];
                403: components["responses"]["insufficient-scope.not-keeper"];
                404: components["responses"]["not-found"];
                422: components["responses"]["invalid"];
                429: components["responses"]["too-many"];
                "5XX": components["responses"]["internal.unavailable.video-host-away.full"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Passkey: {
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * Format: date-time
             * @description ISO 8601
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601
             */
            lastUsedAt: string | null;
        };
        ApiKey: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description How the key begins, to tell it by. */
            start: string;
            scopes: ("read" | "write" | "admin")[];
            /**
             * Format: date-time
             * @description ISO 8601
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description To the minute.
             */
            lastUsedAt: string | null;
        };
        /** @description RFC 9457 problem details. */
        Problem: {
            /** @description Stable: what to tell problems apart by. */
            type: string;
            status: number;
            /** @description A sentence that a person can read. */
            title: string;
            detail?: string;
            /** @description What was wrong in what was sent. */
            errors?: {
                field: string;
                message: string;
            }[];
        };
    };
    responses: {
        /** @description conflict: This is there already. wrong-state: This cannot be done now. */
        "conflict.wrong-state": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:conflict" | "urn:telloom:problem:wrong-state";
                    /** @enum {unknown} */
                    status?: 409;
                };
            };
        };
        /** @description not-found: There is nothing here. */
        "not-found": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:not-found";
                    /** @enum {unknown} */
                    status?: 404;
                };
            };
        };
        /** @description too-large: This is too large. */
        "too-large": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:too-large";
                    /** @enum {unknown} */
                    status?: 413;
                };
            };
        };
        /** @description unsupported: This kind of content is not taken here. */
        unsupported: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:unsupported";
                    /** @enum {unknown} */
                    status?: 415;
                };
            };
        };
        /** @description internal: Something went wrong here. It has been written down. unavailable: Telloom cannot answer just now. Try again in a moment. video-host-away: The place for recordings does not answer. Yours is safe on this device; try again in a moment. full: There is no room left on the disk. */
        "internal.unavailable.video-host-away.full": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:internal" | "urn:telloom:problem:unavailable" | "urn:telloom:problem:video-host-away" | "urn:telloom:problem:full";
                    /** @enum {unknown} */
                    status?: 500 | 503 | 507;
                };
            };
        };
        /** @description insufficient-scope: This key is not for that. not-allowed: You may not do this. passkeys-elsewhere: Passkeys do not work at this address of Telloom. */
        "insufficient-scope.not-allowed.passkeys-elsewhere": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:insufficient-scope" | "urn:telloom:problem:not-allowed" | "urn:telloom:problem:passkeys-elsewhere";
                    /** @enum {unknown} */
                    status?: 403;
                };
            };
        };
        /** @description invalid: Something in what was sent is not right. */
        invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:invalid";
                    /** @enum {unknown} */
                    status?: 422;
                };
            };
        };
        /** @description malformed: This is not what is expected here. */
        malformed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:malformed";
                    /** @enum {unknown} */
                    status?: 400;
                };
            };
        };
        /** @description too-many: Too many tries. Wait a minute. */
        "too-many": {
            headers: {
                /** @description So many seconds to wait. */
                "Retry-After"?: number;
                /** @description So many requests within 10 seconds. */
                "RateLimit-Limit"?: number;
                /** @description So many of them are left. */
                "RateLimit-Remaining"?: number;
                /** @description So many seconds until all of them are there again. */
                "RateLimit-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:too-many";
                    /** @enum {unknown} */
                    status?: 429;
                };
            };
        };
        /** @description passkey-refused: This passkey does not work here, or no longer. */
        "passkey-refused": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:passkey-refused";
                    /** @enum {unknown} */
                    status?: 401;
                };
            };
        };
        /** @description insufficient-scope: This key is not for that. not-keeper: You do not look after these stories, or no longer. */
        "insufficient-scope.not-keeper": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:insufficient-scope" | "urn:telloom:problem:not-keeper";
                    /** @enum {unknown} */
                    status?: 403;
                };
            };
        };
        /** @description unauthenticated: Sign in to go on. */
        unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:unauthenticated";
                    /** @enum {unknown} */
                    status?: 401;
                };
            };
        };
        /** @description insufficient-scope: This key is not for that. not-allowed: You may not do this. not-keeper: You do not look after these stories, or no longer. passkeys-elsewhere: Passkeys do not work at this address of Telloom. sign-in-again: Sign in once more first. This is asked an hour after signing in. */
        "insufficient-scope.not-allowed.not-keeper.passkeys-elsewhere.sign-in-again": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:insufficient-scope" | "urn:telloom:problem:not-allowed" | "urn:telloom:problem:not-keeper" | "urn:telloom:problem:passkeys-elsewhere" | "urn:telloom:problem:sign-in-again";
                    /** @enum {unknown} */
                    status?: 403;
                };
            };
        };
        /** @description passkey-refused: This passkey does not work here, or no longer. unauthenticated: Sign in to go on. */
        "passkey-refused.unauthenticated": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:passkey-refused" | "urn:telloom:problem:unauthenticated";
                    /** @enum {unknown} */
                    status?: 401;
                };
            };
        };
        /** @description insufficient-scope: This key is not for that. not-allowed: You may not do this. not-keeper: You do not look after these stories, or no longer. */
        "insufficient-scope.not-allowed.not-keeper": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:insufficient-scope" | "urn:telloom:problem:not-allowed" | "urn:telloom:problem:not-keeper";
                    /** @enum {unknown} */
                    status?: 403;
                };
            };
        };
        /** @description conflict: This is there already. too-many-keys: There are 20 keys already. Remove one first. wrong-state: This cannot be done now. */
        "conflict.too-many-keys.wrong-state": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:conflict" | "urn:telloom:problem:too-many-keys" | "urn:telloom:problem:wrong-state";
                    /** @enum {unknown} */
                    status?: 409;
                };
            };
        };
        /** @description insufficient-scope: This key is not for that. not-allowed: You may not do this. not-keeper: You do not look after these stories, or no longer. sign-in-again: Sign in once more first. This is asked an hour after signing in. */
        "insufficient-scope.not-allowed.not-keeper.sign-in-again": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:insufficient-scope" | "urn:telloom:problem:not-allowed" | "urn:telloom:problem:not-keeper" | "urn:telloom:problem:sign-in-again";
                    /** @enum {unknown} */
                    status?: 403;
                };
            };
        };
        /** @description insufficient-scope: This key is not for that. not-allowed: You may not do this. */
        "insufficient-scope.not-allowed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:insufficient-scope" | "urn:telloom:problem:not-allowed";
                    /** @enum {unknown} */
                    status?: 403;
                };
            };
        };
        /** @description insufficient-scope: This key is not for that. not-allowed: You may not do this. not-keeper: You do not look after these stories, or no longer. subscription-ended: New recordings wait until the subscription is renewed. */
        "insufficient-scope.not-allowed.not-keeper.subscription-ended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:insufficient-scope" | "urn:telloom:problem:not-allowed" | "urn:telloom:problem:not-keeper" | "urn:telloom:problem:subscription-ended";
                    /** @enum {unknown} */
                    status?: 403;
                };
            };
        };
        /** @description conflict: This is there already. different: What has arrived is not what was sent. wrong-state: This cannot be done now. */
        "conflict.different.wrong-state": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:conflict" | "urn:telloom:problem:different" | "urn:telloom:problem:wrong-state";
                    /** @enum {unknown} */
                    status?: 409;
                };
            };
        };
        /** @description unsigned: This call is not signed as it has to be. */
        unsigned: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:unsigned";
                    /** @enum {unknown} */
                    status?: 401;
                };
            };
        };
        /** @description changed-meanwhile: Somebody else changed this meanwhile. */
        "changed-meanwhile": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:changed-meanwhile";
                    /** @enum {unknown} */
                    status?: 412;
                };
            };
        };
        /** @description not-a-picture: This is not a picture that can be shown here. unsupported: This kind of content is not taken here. */
        "not-a-picture.unsupported": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:not-a-picture" | "urn:telloom:problem:unsupported";
                    /** @enum {unknown} */
                    status?: 415;
                };
            };
        };
        /** @description wrong-state: This cannot be done now. */
        "wrong-state": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:wrong-state";
                    /** @enum {unknown} */
                    status?: 409;
                };
            };
        };
        /** @description invited-enough: You sent many invitations today. Send more tomorrow. invited-them-enough: We wrote to them a few times today. Send the next one tomorrow. too-many: Too many tries. Wait a minute. */
        "invited-enough.invited-them-enough.too-many": {
            headers: {
                /** @description So many seconds to wait. */
                "Retry-After"?: number;
                /** @description So many requests within 10 seconds. */
                "RateLimit-Limit"?: number;
                /** @description So many of them are left. */
                "RateLimit-Remaining"?: number;
                /** @description So many seconds until all of them are there again. */
                "RateLimit-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:invited-enough" | "urn:telloom:problem:invited-them-enough" | "urn:telloom:problem:too-many";
                    /** @enum {unknown} */
                    status?: 429;
                };
            };
        };
        /** @description email-mismatch: This invitation is for another e-mail address. email-unconfirmed: Confirm your e-mail address first. insufficient-scope: This key is not for that. not-allowed: You may not do this. not-keeper: You do not look after these stories, or no longer. */
        "email-mismatch.email-unconfirmed.insufficient-scope.not-allowed.not-keeper": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:email-mismatch" | "urn:telloom:problem:email-unconfirmed" | "urn:telloom:problem:insufficient-scope" | "urn:telloom:problem:not-allowed" | "urn:telloom:problem:not-keeper";
                    /** @enum {unknown} */
                    status?: 403;
                };
            };
        };
        /** @description invitation-closed: This invitation was withdrawn or declined. invitation-expired: This invitation is older than 14 days. Ask for a new one. */
        "invitation-closed.invitation-expired": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:invitation-closed" | "urn:telloom:problem:invitation-expired";
                    /** @enum {unknown} */
                    status?: 410;
                };
            };
        };
        /** @description asked-enough: You asked a lot of people today. Ask the next one tomorrow. too-many: Too many tries. Wait a minute. */
        "asked-enough.too-many": {
            headers: {
                /** @description So many seconds to wait. */
                "Retry-After"?: number;
                /** @description So many requests within 10 seconds. */
                "RateLimit-Limit"?: number;
                /** @description So many of them are left. */
                "RateLimit-Remaining"?: number;
                /** @description So many seconds until all of them are there again. */
                "RateLimit-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:asked-enough" | "urn:telloom:problem:too-many";
                    /** @enum {unknown} */
                    status?: 429;
                };
            };
        };
        /** @description conflict: This is there already. in-use: Something that was told belongs to this, so it stays. wrong-state: This cannot be done now. */
        "conflict.in-use.wrong-state": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    type?: "urn:telloom:problem:conflict" | "urn:telloom:problem:in-use" | "urn:telloom:problem:wrong-state";
                    /** @enum {unknown} */
                    status?: 409;
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
