"""The addresses of signing in, by the names allauth calls them. What is not here (signing up, e-mail addresses) is closed."""

from django.urls import path

from . import sign_in_views as views

urlpatterns = [
    path("login/", views.sign_in, name="account_login"),
    path("logout/", views.sign_out, name="account_logout"),
    path("again/", views.password_again, name="account_reauthenticate"),
    path("password/", views.change_password, name="account_change_password"),
    path("password/forgotten/", views.forgotten_password, name="account_reset_password"),
    path("password/forgotten/sent/", views.link_sent, name="account_reset_password_done"),
    path("password/set/<uuid:uidb36>/<str:key>/", views.set_password, name="account_reset_password_from_key"),
    path("password/set/done/", views.password_is_set, name="account_reset_password_from_key_done"),
    path("second-step/", views.second_steps, name="mfa_index"),
    path("second-step/show/", views.second_step, name="mfa_authenticate"),
    path("second-step/again/", views.code_again, name="mfa_reauthenticate"),
    path("second-step/app/", views.add_app, name="mfa_activate_totp"),
    path("second-step/app/remove/", views.remove_app, name="mfa_deactivate_totp"),
    path("second-step/recovery-codes/", views.recovery_codes_page, name="mfa_view_recovery_codes"),
    path("second-step/recovery-codes/new/", views.new_recovery_codes, name="mfa_generate_recovery_codes"),
    path("second-step/passkeys/add/", views.add_passkey, name="mfa_add_webauthn"),
    path("second-step/passkeys/again/", views.passkey_again, name="mfa_reauthenticate_webauthn"),
    path("second-step/passkeys/<int:pk>/remove/", views.remove_passkey, name="mfa_remove_webauthn"),
    path("passkey/", views.sign_in_by_passkey, name="mfa_login_webauthn"),
]
