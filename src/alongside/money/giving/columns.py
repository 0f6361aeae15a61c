"""The columns of a 360Giving sheet and what each is in JSON: titles of its standard (CC BY 4.0, 360Giving), with the places of the fields."""

from __future__ import annotations

COLUMNS: dict[str, str] = {
    "Identifier": "id",
    "Title": "title",
    "Description": "description",
    "Currency": "currency",
    "Amount Applied For": "amountAppliedFor",
    "Amount Awarded": "amountAwarded",
    "Amount Disbursed": "amountDisbursed",
    "Award Date": "awardDate",
    "URL": "url",
    "Planned Dates:Start Date": "plannedDates/0/startDate",
    "Planned Dates:End Date": "plannedDates/0/endDate",
    "Planned Dates:Duration (months)": "plannedDates/0/duration",
    "Recipient Org:Identifier": "recipientOrganization/0/id",
    "Recipient Org:Name": "recipientOrganization/0/name",
    "Recipient Org:Charity Number": "recipientOrganization/0/charityNumber",
    "Recipient Org:Company Number": "recipientOrganization/0/companyNumber",
    "Recipient Org:Street Address": "recipientOrganization/0/streetAddress",
    "Recipient Org:City": "recipientOrganization/0/addressLocality",
    "Recipient Org:County": "recipientOrganization/0/addressRegion",
    "Recipient Org:Country": "recipientOrganization/0/addressCountry",
    "Recipient Org:Postal Code": "recipientOrganization/0/postalCode",
    "Recipient Org:Description": "recipientOrganization/0/description",
    "Recipient Org:Web Address": "recipientOrganization/0/url",
    "Beneficiary Location:Name": "beneficiaryLocation/0/name",
    "Beneficiary Location:Country Code": "beneficiaryLocation/0/countryCode",
    "Beneficiary Location:Latitude": "beneficiaryLocation/0/latitude",
    "Beneficiary Location:Longitude": "beneficiaryLocation/0/longitude",
    "Beneficiary Location:Geographic Code": "beneficiaryLocation/0/geoCode",
    "Beneficiary Location:Geographic Code Type": "beneficiaryLocation/0/geoCodeType",
    "Funding Org:Identifier": "fundingOrganization/0/id",
    "Funding Org:Name": "fundingOrganization/0/name",
    "Funding Org:Department": "fundingOrganization/0/department",
    "Grant Programme:Code": "grantProgramme/0/code",
    "Grant Programme:Title": "grantProgramme/0/title",
    "Grant Programme:URL": "grantProgramme/0/url",
    "From an open call?": "fromOpenCall",
    "Last modified": "dateModified",
    "Data Source": "dataSource",
}
NUMBERS = frozenset({"amountAppliedFor", "amountAwarded", "amountDisbursed", "duration", "latitude", "longitude"})
"""Fields that are numbers in JSON, by their last part. Latitude and longitude were strings in the standard's first schema, called a bug there
(github.com/ThreeSixtyGiving/standard, issue 185), and are numbers or null (WGS 84) since at the latest 2021 (pull request 305)."""
